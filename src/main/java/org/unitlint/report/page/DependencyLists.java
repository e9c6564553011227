package org.unitlint.report.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Link;
import org.unitlint.report.LinkWords;
import org.unitlint.report.draw.Usual;

/** What a unit depends on and what depends on it, both by systemd's names. */
record DependencyLists(DependencyGraph graph, String unit, Hyper out) {
  void write() throws IOException {
    var all = graph.dependencies(unit);
    if (all.isEmpty()) {
      return;
    }
    out.element("h3", "", "Dependencies");
    out.table("scroll needs", "dependencies of " + unit, List.of("kind", "units"));
    for (var entry : all.entrySet()) {
      out.open("tr", "").element("th", "", entry.getKey().word()).open("td", "");
      write(entry.getValue());
      out.close().end();
    }
    out.endTable();
  }

  /** Those that somebody wrote as links with their places, then the others by name. */
  private void write(List<Edge> edges) throws IOException {
    var usual = new TreeSet<String>();
    var telling = new ArrayList<Edge>();
    for (Edge edge : edges) {
      if (Usual.is(edge)) {
        usual.add(edge.other(unit));
      } else {
        telling.add(edge);
      }
    }
    String gap = "";
    for (Edge edge : telling) {
      out.text(gap).unit(edge.other(unit), String.join("\n", source(edge)));
      gap = " ";
    }
    if (!usual.isEmpty()) {
      out.text(gap).element("span", "usual", String.join(" ", usual));
    }
  }

  private static List<String> source(Edge edge) {
    return LinkWords.source(new Link(edge, true));
  }
}
