package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.unitlint.host.value.ValueFlaw.Effect;

/** What may be wrong with any list. */
final class ListFlaws {
  private static final String COMMAS = ",;|";

  private ListFlaws() {}

  /** Where systemd leaves off: a quote that nothing closes, or a backslash at the end. */
  static ValueFlaw unended(Text rest, ValueContext context) {
    return unended(Effect.REST, rest, context);
  }

  /** The same where systemd then does something else. */
  static ValueFlaw unended(Effect effect, Text rest, ValueContext context) {
    return ValueFlaw.of(effect, rest.place(), "the last word of `%s=` does not end", context.name())
        .help("close its quotes, or leave them out");
  }

  /** A word with a tilde, which counts at the start of a list only. */
  static ValueFlaw tilde(Text word, boolean inverted, ValueContext context) {
    return tilde(Effect.WORD, word, inverted, context);
  }

  /** The same where systemd then does something else. */
  static ValueFlaw tilde(Effect effect, Text word, boolean inverted, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            effect,
            word.at(0, 1),
            "`~` counts only at the start of `%s=`, for all words",
            context.name());
    return inverted
        ? flaw.help("leave out this one").instead("", true)
        : flaw.help("write `" + context.name() + "=" + word + "` on a line of its own");
  }

  /**
   * A word that is several with commas between them; empty for others.
   *
   * @param meant the right word for each of them
   */
  static Optional<ValueFlaw> commas(
      Effect effect, Text word, Function<String, Optional<String>> meant, ValueContext context) {
    if (COMMAS.chars().noneMatch(c -> word.text().indexOf(c) >= 0)) {
      return Optional.empty();
    }
    var right = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= word.text().length(); i++) {
      if (i == word.text().length() || COMMAS.indexOf(word.text().charAt(i)) >= 0) {
        var one = i == start ? Optional.of("") : meant.apply(word.text().substring(start, i));
        if (one.isEmpty()) {
          return Optional.empty();
        }
        if (i > start) {
          right.add(one.get());
        }
        start = i + 1;
      }
    }
    return right.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ValueFlaw.of(
                    effect,
                    word.place(),
                    "commas do not separate the words of `%s=`: `%s`",
                    context.name(),
                    word.text())
                .help("put blanks between the words")
                .instead(String.join(" ", right), true));
  }
}
