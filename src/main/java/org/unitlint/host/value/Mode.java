package org.unitlint.host.value;

import java.util.Locale;
import java.util.OptionalLong;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Permissions of a file. See chmod(2).
 *
 * @param bits from 0 to octal 7777
 */
public record Mode(int bits) implements Meaning {
  private static final int MOST = 07777;

  static final Grammar<Mode> GRAMMAR = Mode::parse;

  private static Parsed<Mode> parse(Text text, ValueContext context) {
    var bits = bits(text.text());
    return bits.isPresent()
        ? Parsed.of(new Mode((int) bits.getAsLong()))
        : Parsed.flawed(
            Slips.of(text, context, t -> bits(t).isPresent()).orElseGet(() -> flaw(text, context)));
  }

  private static OptionalLong bits(String text) {
    int start = CNumber.skipBlanks(text, 0);
    var number = CNumber.read(text, start, 8);
    boolean plain = start < text.length() && CNumber.isDigit(text.charAt(start));
    return plain
            && number.end() == text.length()
            && !number.tooLarge()
            && Long.compareUnsigned(number.digits(), MOST) <= 0
        ? OptionalLong.of(number.digits())
        : OptionalLong.empty();
  }

  private static ValueFlaw flaw(Text text, ValueContext context) {
    var flaw =
        ValueFlaw.of(
            Effect.LINE, text.place(), "`%s` is no file mode in `%s=`", text, context.name());
    boolean prefixed = text.text().toLowerCase(Locale.ROOT).startsWith("0o");
    if (prefixed && bits("0" + text.text().substring(2)).isPresent()) {
      String mode = "0" + text.text().substring(2);
      return flaw.help("write `" + mode + "`").instead(mode, true);
    }
    return flaw.help("write up to four octal digits, as in `0755`; each is from 0 to 7");
  }

  @Override
  public String meaning() {
    var letters = new StringBuilder();
    for (int bit = 8; bit >= 0; bit--) {
      letters.append((bits >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
    }
    mark(letters, 2, 04000, 's');
    mark(letters, 5, 02000, 's');
    mark(letters, 8, 01000, 't');
    return String.format(Locale.ROOT, "%04o (%s)", bits, letters);
  }

  private void mark(StringBuilder letters, int at, int bit, char sign) {
    if ((bits & bit) != 0) {
      char upper = Character.toUpperCase(sign);
      letters.setCharAt(at, letters.charAt(at) == 'x' ? sign : upper);
    }
  }
}
