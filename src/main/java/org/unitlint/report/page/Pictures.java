package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Edge;
import org.unitlint.graph.PulledIn;
import org.unitlint.graph.Selection;
import org.unitlint.report.draw.Detail;
import org.unitlint.report.draw.Grouping;
import org.unitlint.report.draw.Marked;
import org.unitlint.report.draw.Picture;
import org.unitlint.report.draw.Wish;
import org.unitlint.report.page.Group.Numbered;

/** The dependency diagrams of a page; units lead to their parts, badges to findings. */
final class Pictures {
  private final Report report;
  private final SortedMap<String, String> links = new TreeMap<>();
  private final SortedMap<String, Marked> marked = new TreeMap<>();

  Pictures(Report report, List<Group> groups) {
    this.report = report;
    report.told().forEach(u -> links.put(u, "#" + Hyper.unitId(u)));
    for (Group group : groups) {
      group.unit().ifPresent(u -> marked.put(u, marked(group)));
    }
  }

  private static Marked marked(Group group) {
    var findings = group.findings();
    var lines = findings.stream().map(n -> n.finding().message()).toList();
    return new Marked(group.worst(), findings.size(), lines, "#" + worst(group).id());
  }

  private static Numbered worst(Group group) {
    return group.findings().stream()
        .filter(n -> n.finding().severity() == group.worst())
        .findFirst()
        .orElseThrow();
  }

  /** Where the names of units lead. */
  SortedMap<String, String> links() {
    return links;
  }

  /** All that is started. */
  Picture all() {
    return new Picture(all(report).marked(marked).linked(links).inside());
  }

  /** All that is started, for a file of its own. */
  static Picture alone(Report report) {
    return new Picture(all(report));
  }

  private static Wish all(Report report) {
    var started = report.starts().atOnce();
    return new Wish(
        "What " + report.starts().anchor() + " starts",
        Selection.EVERYTHING.of(report.graph(), e -> true),
        true,
        new TreeSet<>(),
        started,
        report.cycles(),
        List.of(),
        new TreeMap<>(),
        Detail.ofAll(started.size()),
        Grouping.NONE);
  }

  /** One cycle. */
  String cycle(Cycle cycle) throws IOException {
    var wish = Wish.cycle(report.graph(), cycle, report.starts().atOnce());
    return new Picture(wish.marked(marked).linked(links)).drawn(false);
  }

  /** One conflict, and what pulls its two ends in. */
  String conflict(Edge conflict) throws IOException {
    var pulled = PulledIn.by(report.graph(), report.starts().anchor());
    var wish = Wish.conflict(report.graph(), conflict, pulled);
    return new Picture(wish.marked(marked).linked(links)).drawn(false);
  }
}
