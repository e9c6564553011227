package org.unitlint.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * A directive of a unit, an option of the manager, a variable, or an attribute of a service of
 * xinetd, that holds otherwise.
 *
 * @param section where it counts; empty for an attribute and a variable
 * @param before the lines that counted, in the order of reading; none for its default
 * @param after the lines that count
 */
public record SettingChange(
    String section, String name, List<Written> before, List<Written> after) {
  public SettingChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Those of the lines before that nobody finds among those after. */
  public List<Written> dropped() {
    return rest(before, after);
  }

  /** Those of the lines after that nobody finds among those before. */
  public List<Written> added() {
    return rest(after, before);
  }

  private static List<Written> rest(List<Written> lines, List<Written> others) {
    var known = new ArrayList<>(others.stream().map(Written::text).toList());
    return lines.stream().filter(l -> !known.remove(l.text())).toList();
  }
}
