package org.unitlint.host.value;

import java.util.Optional;
import org.unitlint.host.value.ValueFlaw.Effect;

/** Finds months that were meant as minutes: {@code M} is the one, {@code m} the other. */
final class Months {
  /** Who waits so many months does not count them: a year, two years. */
  private static final int MOST = 12;

  private Months() {}

  /**
   * The flaw of a span that counts months by {@code M}, unless months make sense there: dates that
   * come again, and services that are to run so long.
   */
  static Optional<ValueFlaw> meantAsMinutes(Text text, ValueContext context) {
    int at = text.text().indexOf('M');
    boolean letter = at > 0 && text.text().indexOf('M', at + 1) < 0 && !text.text().contains("min");
    if (!letter || isLong(context) && count(text.text(), at) <= MOST) {
      return Optional.empty();
    }
    return Optional.of(
        ValueFlaw.of(
                Effect.SILENT,
                text.at(at, at + 1),
                "`M` means months in `%s=`, not minutes",
                context.name())
            .help("write `min` for minutes, or `month` for months")
            .instead("min", false));
  }

  private static boolean isLong(ValueContext context) {
    return context.section().equals("Timer") || context.name().equals("RuntimeMaxSec");
  }

  /** The number before that place; large where there are too many digits. */
  private static int count(String text, int at) {
    int end = at;
    while (end > 0 && text.charAt(end - 1) == ' ') {
      end--;
    }
    int start = end;
    while (start > 0 && CNumber.isDigit(text.charAt(start - 1))) {
      start--;
    }
    return end - start > 4
        ? Integer.MAX_VALUE
        : end == start ? 0 : Integer.parseInt(text.substring(start, end));
  }
}
