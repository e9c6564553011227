package org.unitlint.report.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Result;
import org.unitlint.graph.Link;
import org.unitlint.report.LinkWords;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Markup;
import org.unitlint.report.svg.Theme;
import org.unitlint.report.timeline.Chart.Listing;
import org.unitlint.report.timeline.Chart.Waiter;

/**
 * A page with the picture of a boot and what it shows as tables: the critical path, and each start,
 * those without a row too. It needs nothing but itself.
 */
public final class TimelinePage {
  private final Forecast forecast;
  private final Chart chart;
  private final Markup markup;
  private final String heading;
  private final Map<String, String> links;

  private TimelinePage(
      Forecast forecast, Detail detail, Markup markup, String heading, Map<String, String> links) {
    this.forecast = forecast;
    this.chart = Chart.of(forecast, detail);
    this.markup = markup;
    this.heading = heading;
    this.links = links;
  }

  /**
   * Writes summary, picture and tables into a page that has the theme, below a heading of it.
   *
   * @param links where the names of units lead; one that is not in it leads nowhere
   */
  public static void embed(
      Forecast forecast, Detail detail, Map<String, String> links, Markup markup)
      throws IOException {
    new TimelinePage(forecast, detail, markup, "h3", links).body();
  }

  /** Writes the page. */
  public static void write(Forecast forecast, Detail detail, Writer out) throws IOException {
    new TimelinePage(forecast, detail, new Markup(out), "h2", Map.of()).write();
  }

  private void write() throws IOException {
    markup.html().open("html").set("lang", "en").line();
    head();
    markup.open("body").line().open("main").line();
    element("h1", chart.title());
    body();
    markup.close().close().line().close().line().finish();
  }

  private void body() throws IOException {
    element("p", chart.summary().replace("`", ""));
    boolean accepted = forecast.plan().refusal().isEmpty();
    if (accepted || !chart.listings().isEmpty()) {
      picture();
    }
    if (accepted) {
      criticalPath();
      starts();
      standby();
    }
    listings(chart.listings());
  }

  private void picture() throws IOException {
    markup.open("figure").set("class", "scroll").set("tabindex", "0").set("role", "group");
    markup.set("aria-label", "picture of the boot, may be scrolled").line();
    TimelineSvg.embed(chart, markup);
    markup.close().line();
  }

  private void head() throws IOException {
    markup.open("head").line();
    markup.empty("meta").set("charset", "utf-8").line();
    markup.empty("meta").set("name", "viewport");
    markup.set("content", "width=device-width, initial-scale=1").line();
    markup.empty("meta").set("name", "color-scheme").set("content", "light dark").line();
    element("title", chart.title());
    markup.open("style").text(Theme.css()).text(style()).close().line();
    markup.close().line();
  }

  private static String style() {
    try (InputStream in = TimelinePage.class.getResourceAsStream("page.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void criticalPath() throws IOException {
    var path = forecast.timeline().criticalPath();
    if (path.isEmpty()) {
      return;
    }
    element(heading, "What holds it up");
    table("the critical path", 2, List.of("start", "takes", "unit", "waits because of"));
    for (int i = 0; i < path.size(); i++) {
      var entry = forecast.timeline().entries().get(path.get(i));
      markup.open("tr");
      time(entry.startMicros());
      time(entry.ownMicros());
      unit(entry.unit());
      element("td", i == 0 ? "" : reason(path.get(i), path.get(i - 1)));
      markup.close().line();
    }
    endTable();
  }

  private String reason(String later, String earlier) {
    return forecast
        .wait(later, earlier)
        .map(e -> LinkWords.source(new Link(e, true)))
        .filter(lines -> !lines.isEmpty())
        .map(lines -> lines.get(0))
        .orElse("");
  }

  private void starts() throws IOException {
    var entries = forecast.timeline().inOrder().stream().filter(Entry::began).toList();
    markup.open("details").line();
    element("summary", "Every job (" + entries.size() + ")");
    table("every job", 3, List.of("start", "ready", "takes", "unit", "waited for", "result"));
    for (Entry entry : entries) {
      boolean done = entry.result() == Result.DONE;
      markup.open("tr");
      time(entry.startMicros());
      time(entry.endMicros());
      time(entry.ownMicros());
      unit(entry.unit());
      unit(entry.waitedFor().orElse(""));
      element("td", done ? "" : entry.result().word());
      markup.close().line();
    }
    endTable();
    markup.close().line();
  }

  private void standby() throws IOException {
    if (chart.standby().isEmpty()) {
      return;
    }
    var standby = chart.standby().get();
    element(heading, "When all is done");
    element("p", standby.summary());
    if (!standby.waiters().isEmpty()) {
      markup.open("details").line();
      element("summary", "Every listener (" + standby.waiters().size() + ")");
      table("every listener", 1, List.of("waits", "starts", "asked for by", "unit"));
      for (Waiter waiter : standby.waiters()) {
        markup.open("tr");
        if (waiter.waitMicros().isPresent()) {
          time(waiter.waitMicros().getAsLong());
        } else {
          element("td", "no answer: " + waiter.remark());
        }
        unit(waiter.label());
        element("td", waiter.asks());
        unit(waiter.unit());
        markup.close().line();
      }
      endTable();
      markup.close().line();
    }
    listings(standby.listings());
  }

  private void listings(List<Listing> listings) throws IOException {
    for (Listing listing : listings) {
      markup.open("details").line();
      element("summary", listing.label() + " (" + listing.units().size() + ")");
      markup.open("ul").line();
      for (String unit : listing.units()) {
        element("li", unit);
      }
      markup.close().line().close().line();
    }
  }

  /**
   * @param times how many columns from the left on are times
   */
  private void table(String label, int times, List<String> heads) throws IOException {
    markup.open("div").set("class", "scroll").set("tabindex", "0").set("role", "region");
    markup.set("aria-label", label).line();
    markup.open("table").set("class", "times-" + times).line().open("thead").open("tr");
    for (String head : heads) {
      markup.open("th").set("scope", "col").text(head).close();
    }
    markup.close().close().line().open("tbody").line();
  }

  private void endTable() throws IOException {
    markup.close().close().line().close().line();
  }

  private void time(long micros) throws IOException {
    element("td", Spans.of(micros));
  }

  /** A cell with the name of a unit. */
  private void unit(String name) throws IOException {
    markup.open("td");
    if (links.containsKey(name)) {
      markup.open("a").set("href", links.get(name)).text(name).close();
    } else {
      markup.text(name);
    }
    markup.close();
  }

  private void element(String name, String text) throws IOException {
    markup.open(name).text(text).close();
    if (!name.equals("td")) {
      markup.line();
    }
  }
}
