package org.unitlint.rule;

import java.util.Locale;
import java.util.Optional;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;

/** What findings of a rule count as. */
public enum Level {
  /** Nobody asked for them. */
  UNASKED,
  /** Somebody does not want them. */
  OFF,
  /** What the rule says. */
  OWN,
  ERROR,
  WARNING,
  INFO,
  HINT;

  /** The word that users read and write. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that users mean by the word: a severity, or off. */
  public static Optional<Level> ofWord(String word) {
    return word.equals(OFF.word())
        ? Optional.of(OFF)
        : Severity.ofWord(word).map(s -> valueOf(s.name()));
  }

  /** Whether they are told. */
  public boolean isTold() {
    return compareTo(OWN) >= 0;
  }

  /** The finding at this level; what is only for those who ask for hints stays so. */
  Diagnostic of(Diagnostic found) {
    boolean mild = found.severity() == Severity.HINT && found.rule().severity() != Severity.HINT;
    return this == OWN || mild ? found : found.as(Severity.valueOf(name()));
  }
}
