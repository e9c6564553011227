package org.unitlint.report.draw;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.report.svg.Markup;
import org.unitlint.report.svg.Theme;

/**
 * A page of its own: the picture, the cycles in words, what was found at the units that are drawn,
 * and every unit with its file.
 */
public final class DiagramPage {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0; font: 15px/1.45 'Liberation Sans', Arial, Helvetica, sans-serif;
        color: #1b1f24; background: #fff; }
      main { padding: 12px 16px 40px; }
      figure { margin: 0; overflow: auto; }
      figure:focus-visible { outline: 2px solid #0072b2; }
      h3 { font-size: 14px; margin: 14px 0 4px; }
      section > ul { margin: 0; padding-left: 20px; }
      b.error { color: #b00020; }
      b.warning { color: #8a5a00; }
      b.info { color: #0b5f94; }
      .away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
        white-space: nowrap; }
      h2 { font-size: 17px; margin: 28px 0 8px; }
      table { border-collapse: collapse; width: 100%; }
      .scroll { overflow-x: auto; }
      th, td { text-align: left; padding: 4px 14px 4px 0; vertical-align: top;
        border-bottom: 1px solid #e1e4e8; overflow-wrap: anywhere; }
      th { font-weight: bold; }
      tr:target, li:target, section:target { background: #fcefd0; }
      code { font-family: 'DejaVu Sans Mono', monospace; font-size: 13px; }
      li { margin: 0 0 8px; overflow-wrap: anywhere; }
      @media screen and (prefers-color-scheme: dark) {
        body { color: #e8ebef; background: #14171c; }
        b.error { color: #ff6b7d; }
        b.warning { color: #f0c04a; }
        b.info { color: #56b4e9; }
        th, td { border-color: #2c323b; }
        tr:target, li:target, section:target { background: #46350c; }
      }
      @media print { li, tr { break-inside: avoid; } figure { overflow: visible; } svg { max-width: 100%; height: auto; } }
      """;

  private static final String FOUND = "findings-";

  private final Wish wish;
  private final Markup page;

  private DiagramPage(Wish wish, Markup page) {
    this.wish = wish;
    this.page = page;
  }

  /** Where a click on a unit leads to on such a page: to its cycle, or to its line below. */
  public static SortedMap<String, String> links(Collection<String> units, List<Cycle> cycles) {
    var links = new TreeMap<String, String>();
    units.forEach(u -> links.put(u, to("unit-", u)));
    for (int i = cycles.size(); i > 0; i--) {
      for (String unit : cycles.get(i - 1).units()) {
        links.put(unit, "#cycle-" + i);
      }
    }
    return links;
  }

  /** Where the findings at a unit are on such a page. */
  public static String findings(String unit) {
    return to(FOUND, unit);
  }

  private static String to(String kind, String unit) {
    return "#" + kind + URLEncoder.encode(unit, StandardCharsets.UTF_8);
  }

  /**
   * Writes the page.
   *
   * @param svg the picture, as markup
   * @param findings of the units that are drawn
   * @param others how many findings are elsewhere
   */
  static void write(
      Wish wish, String svg, SortedMap<String, List<Diagnostic>> findings, int others, Markup page)
      throws IOException {
    new DiagramPage(wish, page).write(svg, findings, others);
  }

  private void write(String svg, SortedMap<String, List<Diagnostic>> findings, int others)
      throws IOException {
    page.html();
    page.open("html").set("lang", "en").line();
    page.open("head").line();
    page.empty("meta").set("charset", "utf-8").line();
    page.empty("meta").set("http-equiv", "Content-Security-Policy");
    page.set("content", "default-src 'none'; style-src 'unsafe-inline'").line();
    page.empty("meta").set("name", "viewport");
    page.set("content", "width=device-width, initial-scale=1").line();
    page.open("title").text(wish.title()).close().line();
    page.open("style").verbatim(Theme.css()).verbatim(STYLE).close().line();
    page.close().line();
    page.open("body").line().open("main").line();
    page.open("h1").set("class", "away").text(wish.title()).close().line();
    page.open("figure").set("tabindex", "0").set("aria-label", wish.title()).line();
    page.verbatim(svg).close().line();
    cycles();
    findings(findings, others);
    units();
    page.close().close().close().line().finish();
  }

  private void cycles() throws IOException {
    if (wish.cycles().isEmpty()) {
      return;
    }
    page.open("h2").text("Ordering cycles").close().line();
    page.open("ol").line();
    int number = 0;
    for (Cycle cycle : wish.cycles()) {
      number++;
      page.open("li").set("id", "cycle-" + number);
      page.open("code").text(cycle.toString()).close();
      page.empty("br").text(cycle.advice().replace("`", "")).close().line();
    }
    page.close().line();
  }

  private void findings(SortedMap<String, List<Diagnostic>> findings, int others)
      throws IOException {
    if (findings.isEmpty() && others == 0) {
      return;
    }
    page.open("h2").text("Findings").close().line();
    for (Map.Entry<String, List<Diagnostic>> entry : findings.entrySet()) {
      page.open("section").set("id", FOUND + entry.getKey());
      page.open("h3").open("code").text(entry.getKey()).close().close().open("ul").line();
      for (Diagnostic finding : entry.getValue()) {
        finding(finding);
      }
      page.close().close().line();
    }
    if (others > 0) {
      String text =
          Counted.of(others, "finding") + " at what is not drawn; unitlint check tells all";
      page.open("p").text(text).close().line();
    }
  }

  private void finding(Diagnostic finding) throws IOException {
    String severity = finding.severity().word();
    page.open("li").open("b").set("class", severity).text(severity).close();
    page.text(" " + finding.rule().code() + " " + finding.message().replace("`", ""));
    page.empty("br").open("code").text(finding.place().toString()).close();
    if (finding.help().isPresent()) {
      page.empty("br").text("help: " + finding.help().get().replace("`", ""));
    }
    page.close().line();
  }

  private void units() throws IOException {
    var graph = wish.part().graph();
    page.open("h2").text("Units").close().line();
    page.open("div").set("class", "scroll").open("table").line();
    page.open("thead").open("tr");
    for (String head : List.of("Unit", "State", "Description", "File")) {
      page.open("th").set("scope", "col").text(head).close();
    }
    page.close().close().line().open("tbody").line();
    for (String unit : wish.part().units()) {
      if (!wish.whole() || wish.started().contains(unit)) {
        row(graph, unit);
      }
    }
    page.close().close().close().line();
  }

  private void row(DependencyGraph graph, String name) throws IOException {
    var unit = graph.units().get(name);
    page.open("tr").set("id", "unit-" + name);
    page.open("td").open("code").text(name).close().close();
    page.open("td").text(unit.state().word()).close();
    var about = unit.last("Unit", "Description").map(s -> s.text()).orElse("");
    page.open("td").text(about).close();
    page.open("td").text(unit.fragmentPath()).close().close().line();
  }
}
