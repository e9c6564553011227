package org.unitlint.host.effective;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.LoadedFile;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;

/**
 * One line of a unit's files, and what becomes of it.
 *
 * @param written the section in which it is written
 * @param section where it counts, which for an old spelling may be another one
 * @param name of the directive under which it counts
 * @param taken what counts of the value where systemd gives up in its middle; empty where all does
 * @param remarks why it is ignored, or what of it is
 * @param expanded the value with its specifiers replaced; empty where it has none, or where they
 *     cannot be known
 * @param over the lines whose place it takes, or that it takes back, in the order of reading
 */
public record Line(
    LoadedFile file,
    Assignment assignment,
    String written,
    String section,
    String name,
    Verdict verdict,
    Optional<String> taken,
    List<String> remarks,
    Optional<String> expanded,
    List<Line> over) {
  public Line {
    remarks = List.copyOf(remarks);
    over = List.copyOf(over);
  }

  /** The value as systemd reads it, on one line. */
  public String value() {
    return assignment.value().text();
  }

  /** The value as far as systemd takes it. */
  public String counted() {
    return taken.orElse(value());
  }

  /** Whether it counts under the name and in the section in which it is written. */
  public boolean isAsWritten() {
    return name.equals(assignment.name()) && section.equals(written);
  }

  /** Where it is written. */
  public Place place() {
    return assignment.place();
  }
}
