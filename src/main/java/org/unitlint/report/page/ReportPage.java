package org.unitlint.report.page;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.unitlint.report.BootText;
import org.unitlint.report.Palette;
import org.unitlint.report.draw.Picture;
import org.unitlint.report.svg.Markup;
import org.unitlint.report.svg.Theme;
import org.unitlint.report.timeline.TimelinePage;
import org.unitlint.report.timeline.TimelineSvg;

/**
 * All that is known of a machine as one page: it needs nothing else, reads without its script, and
 * may not ask a network for anything.
 */
public final class ReportPage {
  private final Report report;
  private final List<Group> groups;
  private final Pictures pictures;
  private final Picture overview;
  private final Markup markup;
  private final Hyper out;
  private final TroublePart troubles;
  private final Optional<ChangesPart> changes;

  private ReportPage(Report report, Markup markup) {
    this.report = report;
    this.groups = Group.of(report);
    this.pictures = new Pictures(report, groups);
    this.overview = pictures.all();
    this.markup = markup;
    this.out = new Hyper(markup, report.told());
    this.troubles = new TroublePart(report, pictures, out);
    this.changes = report.changes().map(c -> new ChangesPart(c, out));
  }

  /** Writes the page. */
  public static void write(Report report, Writer writer) throws IOException {
    new ReportPage(report, new Markup(writer)).write();
  }

  /** Writes the picture of dependencies alone. */
  public static void graph(Report report, Writer writer) throws IOException {
    writer.write(Pictures.alone(report).drawn(true));
  }

  /** Writes the picture of the boot alone. */
  public static void boot(Report report, Writer writer) throws IOException {
    TimelineSvg.write(report.forecast(), report.detail(), writer);
  }

  private void write() throws IOException {
    String zooming = Scripts.zooming();
    String own = Scripts.own();
    markup.html().open("html").set("lang", "en").line();
    head(List.of(zooming, own));
    out.open("body", "");
    markup.line();
    out.open("a", "skip").set("href", "#main").text("Skip to the content").end();
    top();
    out.open("main", "").set("id", "main").set("tabindex", "-1");
    markup.line();
    if (changes.isPresent()) {
      changes.get().write();
    }
    new SummaryPart(report, out).write();
    new FindingsPart(report, groups, out).write();
    troubles.write();
    dependencies();
    boot();
    new PortsPart(report, out).write();
    new ExposurePart(report, out).write();
    new UnitsPart(report, groups, out).write();
    out.end();
    out.element("footer", "", "Made by unitlint from files alone; nothing was started.");
    scripts(zooming, own);
    markup.close().line().close().line().finish();
  }

  private void head(List<String> scripts) throws IOException {
    markup.open("head").line();
    markup.empty("meta").set("charset", "utf-8").line();
    var sources = scripts.stream().map(Scripts::source).toList();
    markup.empty("meta").set("http-equiv", "Content-Security-Policy");
    markup.set(
        "content",
        "default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'unsafe-inline';"
            + " script-src "
            + String.join(" ", sources));
    markup.line();
    markup.empty("meta").set("name", "viewport");
    markup.set("content", "width=device-width, initial-scale=1").line();
    markup.empty("meta").set("name", "color-scheme").set("content", "light dark").line();
    out.element("title", "", report.title());
    markup.line().open("style").verbatim(Theme.css()).verbatim(Scripts.style()).close().line();
    markup.close().line();
  }

  private void top() throws IOException {
    out.open("header", "top");
    markup.line();
    out.element("h1", "", report.title()).element("p", "sub", report.subtitle());
    out.open("div", "search scripted").set("role", "search");
    out.open("label", "").set("for", "search").text("Find a unit").close();
    markup.empty("input").set("id", "search").set("type", "text").set("role", "combobox");
    markup.set("aria-expanded", "false").set("aria-controls", "search-list");
    markup.set("aria-autocomplete", "list").set("autocomplete", "off");
    markup.set("placeholder", "Find a unit  /");
    out.open("ul", "").set("id", "search-list").set("role", "listbox");
    out.set("aria-label", "units").set("hidden", "hidden").close().end();
    out.open("nav", "").set("aria-label", "Parts").open("ul", "");
    if (changes.isPresent()) {
      entry("changes", "Changes", "" + changes.get().count());
    }
    entry("summary", "Summary", "");
    entry("findings", "Findings", "" + report.findings().diagnostics().size());
    if (!troubles.isEmpty()) {
      int count = report.cycles().size() + report.conflicts().size();
      entry("cycles", report.cycles().isEmpty() ? "Conflicts" : "Cycles", "" + count);
    }
    entry("dependencies", "Dependencies", "");
    entry("boot", "Boot", "");
    entry("ports", "Ports", "");
    entry("exposure", "Exposure", "");
    entry("units", "Units", "" + report.told().size());
    out.close().end().end();
  }

  private void entry(String id, String name, String count) throws IOException {
    out.open("li", "").open("a", "").set("href", "#" + id).text(name);
    if (!count.isEmpty()) {
      out.text(" ").element("span", "count", count);
    }
    out.close().close();
  }

  private void dependencies() throws IOException {
    out.section("dependencies", "Dependencies");
    explain();
    out.open("div", "with-panel");
    markup.line();
    if (overview.diagram().boxes().isEmpty()) {
      out.element("p", "", "Nothing is started, so that there is nothing to draw.");
    } else if (overview.isTooLarge()) {
      out.element("p", "", "There is too much to draw; unitlint graph --around draws a part.");
    } else {
      out.open("figure", "pan").set("id", "overview").set("tabindex", "0");
      out.set("role", "group").set("aria-label", "picture of what is started");
      tools();
      markup.verbatim(overview.drawn(false));
      out.end();
    }
    out.open("section", "scripted").set("id", "focus");
    out.set("aria-label", "unit in focus").set("hidden", "hidden").end();
    out.end().end();
  }

  private void explain() throws IOException {
    if (overview.diagram().boxes().isEmpty()) {
      return;
    }
    out.open("p", "").text("What ").element("code", "", report.starts().anchor());
    out.text(" is to start. An arrow leads from a unit to one that it needs or wants.");
    out.open("span", "scripted").text(" Choose a box, or find a unit by its name: then you see ");
    out.text("its neighbours, and why it is started.").close().end();
  }

  private void tools() throws IOException {
    out.open("div", "tools scripted");
    tool("in", "Zoom in", "+");
    tool("out", "Zoom out", "−");
    tool("fit", "Fit", "Fit");
    out.end();
  }

  private void tool(String zoom, String label, String text) throws IOException {
    out.open("button", "").set("type", "button").set("data-zoom", zoom);
    out.set("aria-label", label).text(text).close();
  }

  private void boot() throws IOException {
    out.section("boot", "Boot");
    TimelinePage.embed(report.forecast(), report.detail(), pictures.links(), markup);
    out.open("details", "").element("summary", "", "In words");
    var style = new BootText.Style(120, false, true, report.detail().measured());
    String words = BootText.of(report.forecast(), style, Palette.COLOUR);
    out.painted("words", "the boot in words", words);
    out.end().end();
  }

  private void scripts(String zooming, String own) throws IOException {
    out.open("script", "").set("type", "application/json").set("id", "graph-data");
    markup.verbatim(GraphData.of(report, overview.diagram().homes(), groups)).close().line();
    markup.open("script").verbatim(zooming).close().line();
    markup.open("script").verbatim(own).close().line();
  }
}
