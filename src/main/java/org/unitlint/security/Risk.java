package org.unitlint.security;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How likely it is that a service fails with a setting that it did not have. */
public enum Risk {
  LOW("hardly any service needs what these take away"),
  MEDIUM("nothing in the unit speaks against these: try them"),
  HIGH("many services need what these take away: know the program first");

  private final String told;

  Risk(String told) {
    this.told = told;
  }

  /** What there is to say of settings with that risk. */
  public String told() {
    return told;
  }

  /** The word that users write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The risk of that word. */
  public static Optional<Risk> ofWord(String word) {
    return Stream.of(values()).filter(r -> r.word().equals(word)).findFirst();
  }
}
