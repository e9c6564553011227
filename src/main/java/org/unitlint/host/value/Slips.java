package org.unitlint.host.value;

import java.util.Optional;
import java.util.function.Predicate;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** Slips of the pen around a value that is right without them. */
final class Slips {
  private static final String STRAY = ";,.=";

  private Slips() {}

  /** The flaw if the text is right without its quotes, or without one sign at an end. */
  static Optional<ValueFlaw> of(Text text, ValueContext context, Predicate<String> right) {
    int last = text.text().length() - 1;
    if (last < 1) {
      return Optional.empty();
    }
    char first = text.text().charAt(0);
    char end = text.text().charAt(last);
    if ((first == '"' || first == '\'') && first == end && last > 1) {
      return Optional.of(text.text().substring(1, last))
          .filter(right)
          .map(t -> quotes(text, context));
    }
    if (STRAY.indexOf(end) >= 0 && right.test(text.text().substring(0, last))) {
      return Optional.of(stray(text.part(last, last + 1), context));
    }
    return STRAY.indexOf(first) >= 0 && right.test(text.text().substring(1).strip())
        ? Optional.of(stray(text.part(0, 1), context))
        : Optional.empty();
  }

  /** The flaw of a text of which nothing is left once its specifiers are replaced. */
  static Optional<ValueFlaw> empty(Text text, ValueContext context) {
    return text.isEmpty()
        ? Optional.of(
            ValueFlaw.of(
                    Effect.LINE,
                    text.place(),
                    "nothing is left of the value of `%s=` when its specifiers are replaced",
                    context.name())
                .help("`%i` and `%I` stand for nothing in a unit that is no instance"))
        : Optional.empty();
  }

  private static ValueFlaw quotes(Text text, ValueContext context) {
    int last = text.text().length() - 1;
    return ValueFlaw.of(
            Effect.LINE, text.place(), "quotes belong to the value of `%s=`", context.name())
        .help("drop the quotes")
        .fix(
            "drop the quotes",
            true,
            new Edit(text.at(0, 1), ""),
            new Edit(text.at(last, last + 1), ""));
  }

  private static ValueFlaw stray(Text sign, ValueContext context) {
    return ValueFlaw.of(
            Effect.LINE, sign.place(), "`%s` belongs to the value of `%s=`", sign, context.name())
        .help("drop it")
        .fix("drop it", true, new Edit(sign.place(), ""));
  }
}
