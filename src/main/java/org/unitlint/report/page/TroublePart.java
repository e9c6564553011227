package org.unitlint.report.page;

import java.io.IOException;
import java.util.List;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Link;
import org.unitlint.report.LinkWords;

/** The cycles and conflicts that a start runs into, each with a picture of its own. */
record TroublePart(Report report, Pictures pictures, Hyper out) {
  boolean isEmpty() {
    return report.cycles().isEmpty() && report.conflicts().isEmpty();
  }

  void write() throws IOException {
    if (isEmpty()) {
      return;
    }
    out.section("cycles", heading());
    int number = 0;
    for (Cycle cycle : report.cycles()) {
      cycle(++number, cycle);
    }
    number = 0;
    for (Edge conflict : report.conflicts()) {
      conflict(++number, conflict);
    }
    out.end();
  }

  private String heading() {
    if (report.conflicts().isEmpty()) {
      return "Ordering cycles";
    }
    return report.cycles().isEmpty() ? "Conflicts" : "Ordering cycles and conflicts";
  }

  private void cycle(int number, Cycle cycle) throws IOException {
    out.open("article", "cycle").set("id", "cycle-" + number);
    out.open("h3", "");
    for (String unit : cycle.units()) {
      out.unit(unit).text(" → ");
    }
    out.unit(cycle.units().get(0)).end();
    out.ticked("p", "", deleted(cycle));
    out.open("p", "help").element("b", "", "help").text(" ").ticked(cycle.advice()).end();
    figure("picture of the cycle", pictures.cycle(cycle));
    out.open("ol", "");
    for (Edge edge : cycle.edgesFromBlame()) {
      edge(edge, edge == cycle.blame() ? "best cut" : "");
    }
    out.end().end();
  }

  private static String deleted(Cycle cycle) {
    if (cycle.isFatal()) {
      return "Every unit of it is needed, so that nothing is started.";
    }
    var units = cycle.candidates().stream().map(Cycle.Candidate::unit).toList();
    return switch (units.size()) {
      case 0 -> "Nothing starts all of them in one go.";
      case 1 -> "systemd does not start `" + units.get(0) + "`.";
      default -> "systemd does not start one of `" + String.join("`, `", units) + "`, by chance.";
    };
  }

  private void conflict(int number, Edge conflict) throws IOException {
    out.open("article", "cycle").set("id", "conflict-" + number);
    out.open("h3", "").unit(conflict.from()).text(" conflicts with ").unit(conflict.to()).end();
    out.element("p", "", "Both are to be started, so that one of them is left out.");
    figure("picture of the conflict", pictures.conflict(conflict));
    out.open("ul", "");
    edge(conflict, "");
    out.end().end();
  }

  private void figure(String label, String svg) throws IOException {
    out.open("figure", "pan").set("tabindex", "0").set("role", "group").set("aria-label", label);
    out.markup().verbatim(svg);
    out.end();
  }

  private void edge(Edge edge, String remark) throws IOException {
    out.open("li", "").unit(edge.from()).text(" " + LinkWords.verb(new Link(edge, true)) + " ");
    out.unit(edge.to());
    List<String> source = LinkWords.source(new Link(edge, true));
    if (!source.isEmpty()) {
      out.text(" ").element("span", "where", String.join(": ", source));
    }
    if (!remark.isEmpty()) {
      out.text(" ").element("b", "", remark);
    }
    out.close();
    out.markup().line();
  }
}
