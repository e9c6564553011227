package org.unitlint.host.effective;

import java.util.List;

/**
 * What counts in one section of a unit.
 *
 * @param known whether units of the type have such a section
 * @param lines in the order in which they count: those of a directive follow each other
 */
public record Part(String section, boolean known, List<Line> lines) {
  public Part {
    lines = List.copyOf(lines);
  }
}
