package org.unitlint.syntax;

import java.util.List;

/** A header and the lines up to the next. */
public record Section(Header header, List<Assignment> assignments, List<Junk> junk) {
  public Section {
    assignments = List.copyOf(assignments);
    junk = List.copyOf(junk);
  }

  /** The section's name, exactly as written. */
  public String name() {
    return header.name().text();
  }
}
