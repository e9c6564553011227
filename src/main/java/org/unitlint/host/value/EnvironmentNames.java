package org.unitlint.host.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Cut;
import org.unitlint.host.value.WordCutter.Way;

/** Names of variables of the environment. See systemd.exec(5), PassEnvironment=. */
final class EnvironmentNames {
  static final Grammar<List<String>> NAMES =
      (text, context) -> new EnvironmentNames(context, false).read(text);
  static final Grammar<List<String>> NAMES_OR_ASSIGNMENTS =
      (text, context) -> new EnvironmentNames(context, true).read(text);

  private static final Set<Way> QUOTED = Set.of(Way.UNQUOTE);
  private static final Set<Way> ESCAPED = Set.of(Way.UNQUOTE, Way.UNESCAPE);

  private final ValueContext context;
  private final boolean assignments;
  private final Found<String> found = new Found<>();

  private EnvironmentNames(ValueContext context, boolean assignments) {
    this.context = context;
    this.assignments = assignments;
  }

  private Parsed<List<String>> read(Text text) {
    var words = new WordCutter(text);
    var ways = assignments ? ESCAPED : QUOTED;
    for (Optional<Cut> word = words.next(WordCutter.BLANKS, ways);
        word.isPresent();
        word = words.next(WordCutter.BLANKS, ways)) {
      context.expand(word.get().text()).ifPresent(this::word);
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private void word(Text word) {
    String text = word.text();
    int equals = text.indexOf('=');
    var name = equals < 0 ? word : word.part(0, equals);
    if (equals >= 0 && !assignments) {
      found.flaw(
          ValueFlaw.of(
                  Effect.WORD, word.place(), "`%s=` takes names, not `%s`", context.name(), text)
              .help("write the name alone, or set it with `Environment=`"));
    } else if (!Variables.isName(name.text())) {
      found.flaw(Variables.badName(name, context, Effect.WORD));
    } else if (!Variables.isValue(text, false)) {
      found.flaw(
          ValueFlaw.of(
                  Effect.WORD,
                  word.place(),
                  "the value of `%s` in `%s=` is not UTF-8",
                  name,
                  context.name())
              .help("write the name alone"));
    } else {
      found.value(text);
    }
  }
}
