package org.unitlint.catalog;

import java.util.Optional;

/** A page of the manual, such as {@code systemd.exec(5)}, and the heading nearest to the place. */
public record ManualPage(String page, String heading) {
  /** Reads two cells; empty when the page is not written there. */
  static Optional<ManualPage> read(Table table) {
    var manual = new ManualPage(table.cell(), table.cell());
    return manual.page.isEmpty() ? Optional.empty() : Optional.of(manual);
  }
}
