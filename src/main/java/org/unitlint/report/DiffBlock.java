package org.unitlint.report;

import java.util.List;

/**
 * What a change changes at one place: of a unit, of a service of xinetd, elsewhere, of the boot.
 *
 * @param title what became of it, without a full stop; else what the rows are of
 * @param section whether it is of no single unit or service
 * @param changes what somebody changed
 * @param follows what comes of it
 */
record DiffBlock(String title, boolean section, List<DiffRow> changes, List<DiffRow> follows) {
  DiffBlock {
    title = Cells.clean(title);
    changes = List.copyOf(changes);
    follows = List.copyOf(follows);
  }

  static DiffBlock section(String title, List<DiffRow> rows) {
    return new DiffBlock(title, true, List.of(), rows);
  }

  static DiffBlock of(String title, List<DiffRow> changes, List<DiffRow> follows) {
    return new DiffBlock(title, false, changes, follows);
  }
}
