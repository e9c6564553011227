package org.unitlint.report.page;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.effective.EffectiveUnit;
import org.unitlint.host.effective.Line;
import org.unitlint.host.effective.Verdict;
import org.unitlint.syntax.Assignment;

/** What the files of a unit say, and what of it counts. */
record SettingsTable(Machine machine, Unit unit, Hyper out) {
  private static final List<String> HEADS = List.of("section", "setting", "where");
  private static final String LOST = "does not count";

  void write() throws IOException {
    var all = unit.settings().all();
    if (all.isEmpty()) {
      return;
    }
    out.element("h3", "", "Settings");
    out.table("scroll settings", "settings of " + unit, HEADS);
    var sections = new LinkedHashSet<String>();
    all.forEach(s -> sections.add(s.section()));
    var lines = lines();
    for (String section : sections) {
      for (Setting setting : all) {
        if (setting.section().equals(section)) {
          row(setting, Optional.ofNullable(lines.get(setting.assignment())));
        }
      }
    }
    out.endTable();
  }

  /** What becomes of each line of the unit's files. */
  private Map<Assignment, Line> lines() {
    var lines = new IdentityHashMap<Assignment, Line>();
    EffectiveUnit.of(machine, unit)
        .lines()
        .forEach(
            line -> {
              lines.put(line.assignment(), line);
              line.over().forEach(o -> lines.put(o.assignment(), o));
            });
    return lines;
  }

  /**
   * A row.
   *
   * @param line what becomes of it; empty for a drop-in of a masked unit
   */
  private void row(Setting setting, Optional<Line> line) throws IOException {
    boolean counts =
        line.map(l -> l.verdict() == Verdict.COUNTS)
            .orElseGet(() -> unit.settings().counts(setting));
    out.open("tr", counts ? "" : "lost").element("td", "", setting.section());
    out.open("td", "");
    String text = setting.name() + "=" + setting.text();
    if (counts) {
      out.element("code", "", text);
    } else {
      out.open("s", "").element("code", "", text).close();
      out.text(" ").ticked(line.map(SettingsTable::fate).orElse(LOST));
    }
    out.close();
    String place = setting.place().source().name() + ":" + setting.place().line();
    out.element("td", "where", place).end();
  }

  private static String fate(Line line) {
    return switch (line.verdict()) {
      case TAKES_BACK -> "takes back what stands before it";
      case IGNORED, NOT_READ -> String.join("; ", line.remarks());
      default -> LOST;
    };
  }
}
