package org.unitlint.report;

import java.util.List;

/**
 * What a change changes at one place: of a unit, of a service of xinetd, elsewhere, of the boot.
 *
 * @param title what became of it, without a full stop; else what the rows are of
 * @param section whether it is of no single unit or service
 * @param units the units that were changed, of which the title may tell the first alone
 * @param changes what somebody changed
 * @param follows what comes of it
 */
public record DiffBlock(
    String title,
    boolean section,
    List<String> units,
    List<DiffRow> changes,
    List<DiffRow> follows) {
  public DiffBlock {
    title = Cells.clean(title);
    units = List.copyOf(units);
    changes = List.copyOf(changes);
    follows = List.copyOf(follows);
  }

  static DiffBlock section(String title, List<DiffRow> rows) {
    return new DiffBlock(title, true, List.of(), List.of(), rows);
  }

  static DiffBlock of(
      String title, List<String> units, List<DiffRow> changes, List<DiffRow> follows) {
    return new DiffBlock(title, false, units, changes, follows);
  }
}
