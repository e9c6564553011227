package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.host.value.WordCutter.Cut;
import org.unitlint.host.value.WordCutter.Way;
import org.unitlint.source.Edit;

/** Variables of the environment, with their values. See systemd.exec(5), "Environment". */
final class EnvironmentWords {
  static final Grammar<List<Map.Entry<String, String>>> ASSIGNMENTS =
      (text, context) -> new EnvironmentWords(text, context).assignments();

  private static final int NO_CONTROL_CHARACTERS_SINCE = 255;
  private static final Set<Way> WAYS = Set.of(Way.UNQUOTE, Way.UNESCAPE);

  /** Variables that people refer to in the belief that a shell reads the value. */
  private static final Set<String> OF_A_SHELL =
      Set.of("HOME", "USER", "LOGNAME", "SHELL", "PATH", "PWD", "UID", "LD_LIBRARY_PATH");

  private final Text text;
  private final ValueContext context;
  private final WordCutter words;
  private final Found<Map.Entry<String, String>> found = new Found<>();

  private EnvironmentWords(Text text, ValueContext context) {
    this.text = text;
    this.context = context;
    this.words = new WordCutter(text);
  }

  private Parsed<List<Map.Entry<String, String>>> assignments() {
    var strays = new ArrayList<Cut>();
    Optional<Cut> last = Optional.empty();
    for (var word = next(); word.isPresent(); word = next()) {
      var expanded = context.expand(word.get().text());
      if (expanded.isPresent() && !isNamed(expanded.get())) {
        strays.add(word.get());
        continue;
      }
      strays(last, strays);
      strays.clear();
      last = word;
      if (expanded.isPresent() && isValue(expanded.get())) {
        assignment(expanded.get());
      } else if (expanded.isPresent()) {
        found.flaw(bad(word.get()));
      }
    }
    strays(last, strays);
    if (words.isBroken()) {
      found.flaw(words.flaw(context, Effect.REST));
    }
    return found.parsed();
  }

  private Optional<Cut> next() {
    return words.next(WordCutter.BLANKS, WAYS);
  }

  private static boolean isNamed(Text word) {
    int equals = word.text().indexOf('=');
    return equals > 0 && Variables.isName(word.text().substring(0, equals));
  }

  private boolean isValue(Text word) {
    return Variables.isValue(word.text(), context.version() >= NO_CONTROL_CHARACTERS_SINCE);
  }

  private void assignment(Text word) {
    int equals = word.text().indexOf('=');
    String name = word.text().substring(0, equals);
    found.value(Map.entry(name, word.text().substring(equals + 1)));
    for (int i = word.text().indexOf('$', equals); i >= 0; i = word.text().indexOf('$', i + 1)) {
      int end = PathCheck.endOfVariable(word.text(), i);
      String variable = word.text().substring(i, Math.max(i, end)).replaceAll("[${}]", "");
      if (OF_A_SHELL.contains(variable) || variable.equals(name)) {
        found.flaw(unexpanded(word, i, end));
        return;
      }
    }
  }

  private ValueFlaw unexpanded(Text word, int start, int end) {
    String variable = word.text().substring(start, end);
    var flaw =
        ValueFlaw.of(
            Effect.SILENT,
            word.at(start, end),
            "variables such as `%s` are not expanded in `%s=`",
            variable,
            context.name());
    String specifier = Variables.specifier(variable, context.scope());
    return specifier.isEmpty()
        ? flaw.help("write the value itself")
        : flaw.help("write `" + specifier + "`").instead(specifier, true);
  }

  /** Words behind an assignment that are none. */
  private void strays(Optional<Cut> last, List<Cut> strays) {
    int at = 0;
    while (at < strays.size()) {
      var first = strays.get(at);
      if (isSpaced(strays, at)) {
        found.flaw(spaced(first, strays.get(at + 2)));
        at += 3;
      } else if (first.text().is("export")) {
        found.flaw(
            flaw(first.written(), "`%s` is a word of the shell, not of `%s=`", first.text())
                .help("leave it away"));
        at++;
      } else if (last.isPresent() && isUnquoted(last.get())) {
        unquoted(last.get(), first, strays.get(strays.size() - 1));
        return;
      } else {
        found.flaw(bad(first));
        at++;
      }
    }
  }

  private static boolean isSpaced(List<Cut> strays, int at) {
    return at + 2 < strays.size()
        && strays.get(at + 1).written().is("=")
        && Variables.isName(strays.get(at).written().text());
  }

  private ValueFlaw spaced(Cut name, Cut value) {
    var all = text.part(name.from(), value.to());
    return flaw(all, "blanks around the `=` of `%s` in `%s=`", name.text())
        .help("write it without blanks")
        .instead(name.text() + "=" + value.written(), true);
  }

  private static boolean isUnquoted(Cut word) {
    return word.written().text().indexOf('"') < 0 && word.written().text().indexOf('\'') < 0;
  }

  /** The value goes on behind a blank, so that quotes are missing. */
  private void unquoted(Cut assignment, Cut first, Cut last) {
    var rest = text.part(first.from(), last.to());
    var whole = text.part(assignment.from(), last.to());
    String start = assignment.text().text();
    var flaw =
        ValueFlaw.of(
                Effect.WORD,
                rest.place(),
                "`%s` is not part of the value of `%s` in `%s=`: quotes are missing",
                rest,
                start.substring(0, start.indexOf('=')),
                context.name())
            .help("put quotes around the whole of it");
    boolean plain = whole.text().indexOf('"') < 0 && whole.place().text().indexOf('\n') < 0;
    var mended = new Edit(whole.place(), "\"" + whole + "\"");
    found.flaw(plain ? flaw.fix("put quotes around it", false, mended) : flaw);
  }

  private ValueFlaw flaw(Text where, String message, Text shown) {
    return ValueFlaw.of(Effect.WORD, where.place(), message, shown, context.name());
  }

  private ValueFlaw bad(Cut word) {
    String all = word.text().text();
    int equals = all.indexOf('=');
    if (equals < 0) {
      return flaw(word.written(), "`%s` in `%s=` assigns nothing", word.text())
          .help("write `NAME=VALUE`");
    }
    if (!Variables.isName(all.substring(0, equals))) {
      return Variables.badName(word.text().part(0, equals), context, Effect.WORD);
    }
    return flaw(
            word.written(),
            "the value of `%s` in `%s=` holds what no variable can",
            word.text().part(0, equals))
        .help("leave away control characters and bytes that are not UTF-8");
  }
}
