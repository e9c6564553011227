package org.unitlint.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rule says about a place.
 *
 * @param rule the rule's code, such as {@code U214}
 * @param name the rule's name, such as {@code oneshot-restart}
 * @param severity how bad it is
 * @param location where it is
 * @param message what is wrong, in words, names in backticks
 * @param unit the unit that it is about, where it is about one
 * @param labels other places that matter
 * @param notes facts with their source
 * @param help what to do, if that can be said
 */
public record Finding(
    String rule,
    String name,
    Severity severity,
    Location location,
    String message,
    Optional<String> unit,
    List<Label> labels,
    List<String> notes,
    Optional<String> help) {
  public Finding {
    labels = List.copyOf(labels);
    notes = List.copyOf(notes);
  }

  /** How bad a finding is, worst first. */
  public enum Severity {
    /** systemd or xinetd refuses or ignores it, or it cannot work. */
    ERROR,
    /** A likely fault. */
    WARNING,
    /** Advice. */
    INFO,
    /** Taste. */
    HINT
  }

  /**
   * Another place that matters.
   *
   * @param location where it is
   * @param message why it matters
   */
  public record Label(Location location, String message) {}

  /** {@code FILE:LINE:COLUMN: severity: message [CODE]}. */
  @Override
  public String toString() {
    return location
        + ": "
        + severity.name().toLowerCase(Locale.ROOT)
        + ": "
        + message
        + " ["
        + rule
        + "]";
  }
}
