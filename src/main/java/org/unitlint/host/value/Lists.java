package org.unitlint.host.value;

import org.unitlint.host.value.ValueFlaw.Effect;

/** What is wrong with lists of any words. */
final class Lists {
  private Lists() {}

  /** A quote that nothing closes, or a backslash with nothing behind. */
  static ValueFlaw broken(Text rest, ValueContext context) {
    return ValueFlaw.of(
            Effect.REST,
            rest.place(),
            rest.text().endsWith("\\")
                ? "`%s=` ends in a backslash"
                : "a quote in `%s=` is not closed",
            context.name())
        .help("drop it");
  }
}
