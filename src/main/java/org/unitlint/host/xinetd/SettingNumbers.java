package org.unitlint.host.xinetd;

import java.math.BigInteger;
import java.util.Optional;
import org.unitlint.syntax.AsciiCase;

/** The numbers of settings as xinetd has them, cut to the width of its variables. */
public final class SettingNumbers {
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  private SettingNumbers() {}

  /** Whether the setting is {@code UNLIMITED}. */
  public static boolean isUnlimited(Setting setting) {
    return AsciiCase.equal(setting.text(), "UNLIMITED");
  }

  /** That of {@code instances}, {@code nice} and the like; empty where it is no number. */
  public static Optional<Integer> integer(Setting setting) {
    return CNumbers.signed(setting.text()).map(n -> (int) (long) n);
  }

  /** The first or second number of {@code cps}, or a number of a user. */
  public static Optional<Long> unsigned(String word) {
    return CNumbers.unsigned(word).map(n -> n.longValue() & UNSIGNED);
  }

  /** That of {@code umask}. */
  public static Optional<Integer> octal(Setting setting) {
    return CNumbers.octal(setting.text()).map(n -> (int) (long) n);
  }

  /** That of {@code max_load}. */
  public static Optional<Double> real(Setting setting) {
    return CNumbers.real(setting.text());
  }

  /** That of {@code rlimit_as} and the like, in bytes; or a plain number. */
  public static Optional<BigInteger> size(Setting setting) {
    return NumberValues.size(setting.text());
  }
}
