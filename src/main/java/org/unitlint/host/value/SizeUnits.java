package org.unitlint.host.value;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Edit;

/** Says what is wrong with the unit of a size. */
final class SizeUnits {
  private static final String PREFIXES = "KMGTPE";

  private SizeUnits() {}

  /**
   * The flaw of the unit behind the number at {@code start}, if there is a number and something
   * like a unit.
   *
   * @param bytes whether there are units at all
   */
  static Optional<ValueFlaw> flaw(Text text, int start, ValueContext context, boolean bytes) {
    String all = text.text();
    int from = unitStart(all, start);
    int to = from;
    while (to < all.length() && isLetter(all.charAt(to))) {
      to++;
    }
    int digits = from;
    while (digits > 0 && all.charAt(digits - 1) == ' ') {
      digits--;
    }
    if (to == from || digits == 0 || !CNumber.isDigit(all.charAt(digits - 1))) {
      return Optional.empty();
    }
    var word = text.part(from, to);
    if (!bytes) {
      boolean only = CNumber.skipDigits(all, 0) == digits && to == all.length();
      return Optional.of(noUnits(text, word, only ? all.substring(0, digits) : "", context));
    }
    String meant = meant(word.text());
    if (meant.equals(word.text())) {
      return Optional.empty();
    }
    var flaw =
        ValueFlaw.of(Effect.LINE, word.place(), "unknown unit `%s` in `%s=`", word, context.name());
    boolean mends =
        meant.length() == 1
            && Size.parse(all.substring(0, from) + meant + all.substring(to), Size.BINARY)
                .isPresent();
    return Optional.of(
        mends
            ? flaw.help("write `" + meant + "`").instead(meant, true)
            : flaw.help("the units are `K`, `M`, `G`, `T`, `P` and `E`"));
  }

  /** Where the word begins that is at {@code at}, or behind the number that is there. */
  private static int unitStart(String text, int at) {
    int start = at;
    if (start < text.length() && isLetter(text.charAt(start))) {
      while (start > 0 && isLetter(text.charAt(start - 1))) {
        start--;
      }
      return start;
    }
    while (start < text.length() && "+.0123456789".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return CNumber.skipBlanks(text, start);
  }

  /** The unit that a word means: one letter; more, or none, where that is not clear. */
  private static String meant(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.equals("BYTES") || upper.equals("BYTE") || upper.equals("B")) {
      return "B";
    }
    String rest = upper.substring(1);
    boolean prefixed = PREFIXES.indexOf(upper.charAt(0)) >= 0;
    return prefixed && (rest.isEmpty() || rest.equals("B") || rest.equals("IB") || rest.equals("I"))
        ? upper.substring(0, 1)
        : "";
  }

  private static ValueFlaw noUnits(Text text, Text word, String digits, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE, word.place(), "`%s=` takes no unit such as `%s`", context.name(), word);
    String meant = meant(word.text());
    var number =
        digits.isEmpty() || meant.isEmpty()
            ? OptionalLong.empty()
            : Size.parse(digits + meant, isPower(digits) ? Size.BINARY : Size.DECIMAL);
    if (number.isEmpty()) {
      return flaw.help("write the number alone");
    }
    String plain = Long.toUnsignedString(number.getAsLong());
    return flaw.help("write the number in full, as `" + plain + "`")
        .fix("write `" + plain + "`", false, new Edit(text.place(), plain));
  }

  /** Whether the number is one of those that people count in powers of two with. */
  private static boolean isPower(String digits) {
    return digits.length() < 10 && Long.bitCount(Long.parseLong(digits)) == 1;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }
}
