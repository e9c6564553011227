package org.unitlint.host;

import org.unitlint.catalog.Directive;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Value;

/**
 * One directive with its value, as one file of a unit writes it.
 *
 * @param directive what the catalog knows of it
 * @param section the section where it counts, which for an old spelling may not be the one written
 * @param name the name under which it counts
 */
public record Setting(
    Directive directive, String section, String name, Assignment assignment, LoadedFile file) {
  /** The value as written. */
  public Value value() {
    return assignment.value();
  }

  /** The value's text. */
  public String text() {
    return assignment.value().text();
  }

  /** Whether the value is that text. */
  public boolean is(String text) {
    return text().equals(text);
  }

  /** Where the value is written. */
  public Place place() {
    return assignment.value().place();
  }
}
