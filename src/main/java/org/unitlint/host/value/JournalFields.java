package org.unitlint.host.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Cut;
import org.unitlint.host.value.WordCutter.Way;

/** Fields that each line in the journal gets. See systemd.exec(5), LogExtraFields=. */
final class JournalFields {
  static final Grammar<List<Map.Entry<String, String>>> GRAMMAR = JournalFields::parse;

  private static final int LONGEST_NAME = 64;
  private static final Set<Way> WAYS = Set.of(Way.UNQUOTE, Way.UNESCAPE);

  private JournalFields() {}

  private static Parsed<List<Map.Entry<String, String>>> parse(Text text, ValueContext context) {
    var found = new Found<Map.Entry<String, String>>();
    var words = new WordCutter(text);
    for (Optional<Cut> word = words.next(WordCutter.BLANKS, WAYS);
        word.isPresent();
        word = words.next(WordCutter.BLANKS, WAYS)) {
      context.expand(word.get().text()).ifPresent(w -> field(w, context, found));
    }
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private static void field(
      Text word, ValueContext context, Found<Map.Entry<String, String>> found) {
    int equals = word.text().indexOf('=');
    if (equals < 0) {
      found.flaw(
          ValueFlaw.of(
                  Effect.WORD,
                  word.place(),
                  "`%s` in `%s=` gives no field a value",
                  word,
                  context.name())
              .help("write `FIELD=VALUE`; quotes go around the whole of one that holds blanks"));
      return;
    }
    var name = word.part(0, equals);
    if (isName(name.text())) {
      found.value(Map.entry(name.text(), word.text().substring(equals + 1)));
    } else {
      found.flaw(badName(name, context));
    }
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.charAt(0) != '_'
        && !Character.isDigit(name.charAt(0))
        && name.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
  }

  private static ValueFlaw badName(Text name, ValueContext context) {
    var flaw =
        ValueFlaw.of(
                Effect.WORD,
                name.place(),
                "`%s` cannot be a field of the journal in `%s=`",
                name,
                context.name())
            .help("take capitals, digits and underscores, a capital first");
    String upper = name.text().toUpperCase(Locale.ROOT);
    return isName(upper) ? flaw.instead(upper, false) : flaw;
  }
}
