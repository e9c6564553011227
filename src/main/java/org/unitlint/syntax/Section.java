package org.unitlint.syntax;

import java.util.List;

/**
 * A header and the lines up to the next.
 *
 * @param name the section's name, exactly as written
 */
public record Section(Header header, String name, List<Assignment> assignments, List<Junk> junk) {
  public Section {
    assignments = List.copyOf(assignments);
    junk = List.copyOf(junk);
  }

  Section(Header header, List<Assignment> assignments, List<Junk> junk) {
    this(header, header.name().text(), assignments, junk);
  }
}
