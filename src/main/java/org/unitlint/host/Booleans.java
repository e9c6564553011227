package org.unitlint.host;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** systemd's spellings of true and false. */
public final class Booleans {
  private static final Set<String> TRUE = Set.of("1", "yes", "y", "true", "t", "on");
  private static final Set<String> FALSE = Set.of("0", "no", "n", "false", "f", "off");

  private Booleans() {}

  /** What the word means; empty for any other. */
  public static Optional<Boolean> parse(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return TRUE.contains(lower)
        ? Optional.of(true)
        : FALSE.contains(lower) ? Optional.of(false) : Optional.empty();
  }
}
