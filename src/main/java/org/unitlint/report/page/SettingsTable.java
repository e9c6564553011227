package org.unitlint.report.page;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** What the files of a unit say, and what of it counts. */
record SettingsTable(Unit unit, Hyper out) {
  private static final List<String> HEADS = List.of("section", "setting", "where");

  void write() throws IOException {
    var all = unit.settings().all();
    if (all.isEmpty()) {
      return;
    }
    out.element("h3", "", "Settings");
    out.table("scroll settings", "settings of " + unit, HEADS);
    var sections = new LinkedHashSet<String>();
    all.forEach(s -> sections.add(s.section()));
    for (String section : sections) {
      for (Setting setting : all) {
        if (setting.section().equals(section)) {
          row(setting);
        }
      }
    }
    out.endTable();
  }

  private void row(Setting setting) throws IOException {
    boolean counts = counts(setting);
    out.open("tr", counts ? "" : "lost").element("td", "", setting.section());
    out.open("td", "");
    String text = setting.name() + "=" + setting.text();
    if (counts) {
      out.element("code", "", text);
    } else {
      out.open("s", "").element("code", "", text).close();
      out.text(setting.text().isEmpty() ? " takes back what stands before it" : " does not count");
    }
    out.close();
    String place = setting.place().source().name() + ":" + setting.place().line();
    out.element("td", "where", place).end();
  }

  /** Whether it was neither taken back nor, where only one counts, replaced. */
  private boolean counts(Setting setting) {
    var counting = unit.settings(setting.section(), setting.name());
    boolean there = counting.stream().anyMatch(s -> s == setting);
    return setting.directive().listSemantics().single()
        ? there && counting.get(counting.size() - 1) == setting
        : there;
  }
}
