package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import org.unitlint.host.UnitName;
import org.unitlint.report.PortsText;

/** Who listens where. */
record PortsPart(Report report, Hyper out) {
  void write() throws IOException {
    out.section("ports", "Ports");
    if (report.ports().rows().isEmpty()) {
      out.element("p", "", "As far as the files tell, nobody listens anywhere.").end();
      return;
    }
    table("table of ports", PortsText.cells(report.ports(), true));
    table("table of local addresses", PortsText.cells(report.ports(), false));
    for (String note : PortsText.remarks(report.ports())) {
      out.ticked("p", "more", note);
    }
    out.end();
  }

  private void table(String label, List<List<String>> cells) throws IOException {
    if (cells.size() < 2) {
      return;
    }
    out.table(label, cells.get(0).toArray(new String[0]));
    int unit = cells.get(0).indexOf("unit");
    for (var row : cells.subList(1, cells.size())) {
      out.open("tr", "");
      for (int i = 0; i < row.size(); i++) {
        out.open("td", "");
        if (i == unit && UnitName.parse(row.get(i)).isPresent()) {
          out.unit(row.get(i));
        } else {
          out.text(row.get(i));
        }
        out.close();
      }
      out.end();
    }
    out.endTable();
  }
}
