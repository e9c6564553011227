package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Result;
import org.unitlint.report.Spans;
import org.unitlint.report.timeline.Chart.Milestone;

/** When targets are reached; those that are reached at about the same time are one milestone. */
final class Milestones {
  /** What part of the axis is about the same time. */
  private static final int PARTS = 160;

  /** Those by which people know where a boot is, the most telling first. */
  private static final List<String> KNOWN =
      List.of(
          "graphical.target",
          "multi-user.target",
          "basic.target",
          "sysinit.target",
          "network-online.target",
          "network.target",
          "local-fs.target",
          "remote-fs.target",
          "sockets.target",
          "timers.target");

  private final Forecast forecast;
  private final Set<String> critical;
  private final long near;

  Milestones(Forecast forecast, Set<String> critical, long lengthMicros) {
    this.forecast = forecast;
    this.critical = critical;
    this.near = lengthMicros / PARTS;
  }

  List<Milestone> all() {
    var targets =
        forecast.timeline().entries().values().stream()
            .filter(e -> e.began() && e.result() == Result.DONE && Rows.isMilestone(e))
            .sorted(Comparator.comparingLong(Entry::endMicros).thenComparing(Entry::unit))
            .toList();
    var milestones = new ArrayList<Milestone>();
    for (int i = 0; i < targets.size(); ) {
      int first = i;
      long until = targets.get(i).endMicros() + near;
      while (i < targets.size() && targets.get(i).endMicros() <= until) {
        i++;
      }
      milestones.add(milestone(targets.subList(first, i)));
    }
    return milestones;
  }

  private Milestone milestone(List<Entry> near) {
    var byWeight = new ArrayList<>(near);
    byWeight.sort(Comparator.comparingInt(this::weight).thenComparing(Entry::unit));
    var first = byWeight.get(0);
    return new Milestone(
        first.endMicros(),
        byWeight.stream().map(Entry::unit).toList(),
        byWeight.stream().anyMatch(e -> critical.contains(e.unit())),
        weight(first) == 0,
        near.stream().map(this::tip).toList());
  }

  /** The lower, the more it matters. */
  private int weight(Entry entry) {
    if (entry.unit().equals(forecast.plan().anchor())) {
      return 0;
    }
    int known = KNOWN.indexOf(entry.unit());
    return known >= 0 ? known + 1 : KNOWN.size() + (critical.contains(entry.unit()) ? 1 : 2);
  }

  private String tip(Entry entry) {
    return entry.unit()
        + " reached at "
        + Spans.of(entry.endMicros())
        + Rows.waited(forecast, entry).map(w -> ", " + w).orElse("")
        + (critical.contains(entry.unit()) ? ", on the critical path" : "");
  }
}
