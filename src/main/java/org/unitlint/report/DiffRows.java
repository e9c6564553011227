package org.unitlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.unitlint.boot.JobType;
import org.unitlint.diff.Changed;
import org.unitlint.diff.Finding;
import org.unitlint.diff.Following;
import org.unitlint.diff.Port;
import org.unitlint.diff.Start;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Link;
import org.unitlint.security.Exposure;

/** What comes of a change in words, as it is told below a unit. */
final class DiffRows {
  private static final int FEW = 3;
  private static final String AT_BOOT = "from the boot on";

  private final List<String> units;
  private final String unit;
  private final Set<String> told;
  private final List<DiffRow> rows = new ArrayList<>();

  /** Rows that are of no unit. */
  DiffRows() {
    this(List.of(), Set.of());
  }

  /**
   * Rows below a unit, or several that were changed alike.
   *
   * @param units their names; that of the first is not said again
   * @param told where dependencies are written that are told already, and who asks for the unit
   */
  DiffRows(List<String> units, Set<String> told) {
    this.units = units;
    this.unit = units.isEmpty() ? "" : units.get(0);
    this.told = told;
  }

  /** Worst first: findings, the boot, ports, dependencies. */
  List<DiffRow> of(Following following) {
    following.findings().forEach(this::finding);
    following.jobs().forEach(this::job);
    following.ports().forEach(this::port);
    exposure(following.exposure());
    dependencies(following.dependencies());
    return rows;
  }

  private void finding(Changed<Finding> changed) {
    var found = changed.last().diagnostic();
    String text = found.severity().word() + "[" + found.rule().code() + "]: " + found.message();
    boolean line = !found.place().source().text().isEmpty();
    rows.add(DiffRow.of(changed, text, LinkWords.place(found.place(), !line)));
  }

  private void job(Changed<Start> changed) {
    var start = changed.last();
    String who = start.unit().equals(unit) ? "" : start.unit() + " ";
    if (changed.sort() == Changed.Sort.OTHER) {
      String text = who + "at boot: " + end(changed.after()) + ", not " + end(changed.before());
      rows.add(DiffRow.of(changed, text, ""));
      return;
    }
    String what = start.type() == JobType.START ? "is started" : "has a job " + start.type().word();
    String why =
        start
            .pulledBy()
            .filter(e -> !start.unit().equals(unit) || !told.contains(e.from()))
            .map(e -> ": " + e.from() + " " + verb(e) + " it")
            .orElse("");
    String fails = start.result().isGood() ? "" : ", and fails";
    rows.add(DiffRow.of(changed, who + what + " at boot" + fails + why, ""));
  }

  private static String end(Optional<Start> start) {
    var result = start.orElseThrow().result();
    String type = start.get().type() == JobType.START ? "" : start.get().type().word() + " ";
    return type
        + switch (result) {
          case DONE -> "started";
          case SKIPPED -> "skipped by its conditions";
          case DEPENDENCY -> "fails as what it needs fails";
          case FAILED, ASSERT, UNSUPPORTED, RESOURCES -> "fails";
          default -> result.word().toLowerCase(Locale.ROOT);
        };
  }

  private void port(Changed<Port> changed) {
    var port = changed.last();
    var listening = port.listening();
    var endpoint = listening.endpoint();
    String who = listening.name().equals(unit) ? "" : listening.name() + " ";
    String text = who + "listens on " + endpoint.address() + " (" + endpoint.word() + ")";
    if (changed.sort() != Changed.Sort.OTHER) {
      text += starts(port) + (when(port).equals(AT_BOOT) ? "" : " " + when(port));
      rows.add(DiffRow.of(changed, text, PortsText.where(listening)));
      return;
    }
    var before = changed.before().orElseThrow();
    if (!when(port).equals(when(before))) {
      text += " " + when(port) + ", not " + when(before);
    }
    if (!server(port).equals(server(before))) {
      text += " for " + server(port) + ", not " + server(before);
    }
    rows.add(DiffRow.of(changed, text, PortsText.where(listening)));
  }

  private String starts(Port port) {
    String what = port.listening().starts().what();
    boolean other = !what.isEmpty() && !what.equals(unit) && !what.equals(port.listening().name());
    return other ? " for " + what : "";
  }

  private static String server(Port port) {
    var starts = port.listening().starts();
    String what = starts.what().isEmpty() ? starts.program() : starts.what();
    String user = starts.user().isEmpty() ? "" : " as " + starts.user();
    return (what.isEmpty() ? "nothing" : what) + user;
  }

  private static String when(Port port) {
    if (port.when().isEmpty()) {
      return port.listening().isTemplate() ? "as a template" : AT_BOOT;
    }
    return switch (port.when().get()) {
      case AT_ONCE -> AT_BOOT;
      case ON_DEMAND -> "once it is asked for";
      case NEVER -> "only if somebody starts it";
    };
  }

  /** Services with the same to tell are told together; of one that is gone nothing is told. */
  private void exposure(List<Changed<Exposure>> changes) {
    var alike = new LinkedHashMap<DiffRow, List<String>>();
    for (var changed : changes) {
      if (changed.after().isPresent()) {
        var row = DiffRow.of(changed, DiffExposure.of(changed), "");
        alike.computeIfAbsent(row, r -> new ArrayList<>()).add(changed.last().unit().toString());
      }
    }
    alike.forEach(
        (row, names) -> {
          String who = names.equals(units) ? "" : named(names) + ": ";
          rows.add(new DiffRow(row.sort(), who + row.text(), ""));
        });
  }

  /** The first few of them. */
  static String named(List<String> units) {
    int more = units.size() - FEW;
    return more <= 1
        ? Prose.listed(units, "and").replace('\u00A0', ' ')
        : String.join(", ", units.subList(0, FEW)) + " and " + more + " more";
  }

  /** Those that somebody wrote; of the others how many there are. */
  private void dependencies(List<Changed<Edge>> changes) {
    var counts = new int[Changed.Sort.values().length];
    for (var changed : changes) {
      var edge = changed.last();
      if (!edge.isWritten()) {
        counts[changed.sort().ordinal()]++;
        continue;
      }
      var source = LinkWords.source(new Link(edge, true));
      String place = source.isEmpty() ? "" : source.get(0);
      var sort = changed.sort();
      if (told.contains(sort + " " + place)) {
        continue;
      }
      String verb = verb(edge);
      String end = edge.to().equals(unit) ? "it" : edge.to();
      String text = (edge.from().equals(unit) ? "" : edge.from() + " ") + verb + " " + end;
      rows.add(DiffRow.of(changed, text, place));
    }
    for (var sort : List.of(Changed.Sort.GONE, Changed.Sort.NEW)) {
      int count = counts[sort.ordinal()];
      if (count > 0) {
        String what = count == 1 ? " dependency" : " dependencies";
        rows.add(new DiffRow(sort, count + what + " by systemd's own rules", ""));
      }
    }
  }

  private static String verb(Edge edge) {
    String verb = LinkWords.verb(new Link(edge, true));
    return edge.kind() == Dependency.AFTER ? "starts " + verb : verb;
  }
}
