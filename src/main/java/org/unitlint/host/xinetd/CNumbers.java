package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as strtol(3), strtoull(3) and scanf(3) read them. */
final class CNumbers {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
  private static final String SPACE = "[ \\t\\n\\x0B\\f\\r]*";
  private static final Pattern DECIMAL = Pattern.compile(SPACE + "([+-]?[0-9]+)" + SPACE);
  private static final Pattern OCTAL = Pattern.compile(SPACE + "([+-]?[0-7]+)" + SPACE);
  private static final Pattern BLANK = Pattern.compile("[ \\t\\n\\x0B\\f\\r]+");
  private static final Pattern DOUBLE =
      Pattern.compile(
          SPACE
              + "([+-]?)(?:(inf)|(nan)"
              + "|(0x(?:[0-9a-f]+\\.?[0-9a-f]*|\\.[0-9a-f]+)(?:p[+-]?[0-9]+)?)"
              + "|((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:e[+-]?[0-9]+)?)).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private CNumbers() {}

  /** A long, which may be followed by white space only. */
  static Optional<Long> signed(String text) {
    return signed(text, DECIMAL, 10);
  }

  /** The same in base 8. */
  static Optional<Long> octal(String text) {
    return signed(text, OCTAL, 8);
  }

  private static Optional<Long> signed(String text, Pattern pattern, int base) {
    return number(text, pattern, base).filter(n -> n.bitLength() < 64).map(BigInteger::longValue);
  }

  /** An unsigned long long; a negative one counts from the top. */
  static Optional<BigInteger> unsigned(String text) {
    return number(text, DECIMAL, 10)
        .filter(n -> n.abs().bitLength() <= 64)
        .map(n -> n.signum() < 0 ? n.add(TWO_64) : n);
  }

  private static Optional<BigInteger> number(String text, Pattern pattern, int base) {
    if (BLANK.matcher(text).matches()) {
      return Optional.of(BigInteger.ZERO);
    }
    Matcher found = pattern.matcher(text);
    return found.matches() && found.group(1).length() < 1000
        ? Optional.of(new BigInteger(found.group(1), base))
        : Optional.empty();
  }

  /** A double, whatever follows it. */
  static Optional<Double> real(String text) {
    Matcher found = DOUBLE.matcher(text);
    if (!found.matches() || text.length() > 1000) {
      return Optional.empty();
    }
    int sign = found.group(1).equals("-") ? -1 : 1;
    if (found.group(2) != null) {
      return Optional.of(sign * Double.POSITIVE_INFINITY);
    }
    if (found.group(3) != null) {
      return Optional.of(Double.NaN);
    }
    String hex = found.group(4);
    if (hex == null) {
      return Optional.of(sign * Double.parseDouble(found.group(5)));
    }
    boolean exponent = hex.indexOf('p') >= 0 || hex.indexOf('P') >= 0;
    return Optional.of(sign * Double.parseDouble(exponent ? hex : hex + "p0"));
  }
}
