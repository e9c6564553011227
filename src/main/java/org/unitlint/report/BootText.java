package org.unitlint.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unitlint.boot.Decision;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobMode;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Result;
import org.unitlint.boot.profile.Fact;
import org.unitlint.boot.profile.Fact.Origin;
import org.unitlint.graph.Link;

/** What will become of a boot, for people: a timeline, then what there is to say about it. */
public final class BootText {
  private static final int FEW = 6;

  private final Forecast forecast;
  private final Style style;
  private final Palette palette;
  private final Prose prose = new Prose();

  private BootText(Forecast forecast, Style style, Palette palette) {
    this.forecast = forecast;
    this.style = style;
    this.palette = palette;
  }

  /**
   * How much to tell.
   *
   * @param width cells of a line of the timeline
   * @param all whether every start has its line
   * @param verbose whether to tell each assumption, and why each unit is skipped
   * @param measured whether durations were measured, so that none is an estimate
   */
  public record Style(int width, boolean all, boolean verbose, boolean measured) {}

  /** The whole answer. */
  public static String of(Forecast forecast, Style style, Palette palette) {
    var text = new BootText(forecast, style, palette);
    text.write();
    return text.prose.toString();
  }

  private void write() {
    if (forecast.plan().refusal().isPresent()) {
      refused();
      new BootTroubles(forecast, prose).cycles();
      return;
    }
    headline();
    timeline();
    order();
    criticalPath();
    new BootAnswers(forecast, prose).write();
    new BootTroubles(forecast, prose).write();
    new StandbyText(forecast.standby(), style, palette, prose).write();
    notes();
  }

  private void refused() {
    var line = new StringBuilder();
    palette.paint(line, Ink.ERROR, "refused");
    prose.line(line.append(": ").append(forecast.plan().refusal().orElseThrow()).toString());
    var causes =
        forecast.plan().decisions().stream()
            .filter(d -> d.step() == Decision.Step.PULL_IN)
            .limit(FEW)
            .toList();
    prose.gap();
    causes.forEach(d -> prose.paragraph(2, 4, d.job() + ": " + d.because()));
  }

  private void headline() {
    var plan = forecast.plan();
    long total = forecast.timeline().totalMicros();
    long sequential = forecast.sequentialMicros();
    var entries = forecast.timeline().entries().values();
    long skipped = entries.stream().filter(e -> e.result() == Result.SKIPPED).count();
    var words = new StringBuilder();
    words.append(plan.anchor()).append(what()).append(": ");
    words.append(count(plan.jobs().size(), "job"));
    words.append(skipped == 0 ? "" : ", " + skipped + " of them skipped by conditions");
    words.append(plan.jobs().isEmpty() ? "." : "; all done after " + Spans.of(total));
    if (sequential > total) {
      words.append(", one after another after ").append(Spans.of(sequential));
    }
    prose.paragraph(0, words.append(plan.jobs().isEmpty() ? "" : ".").toString());
  }

  private String what() {
    var request = forecast.plan().request();
    boolean usual = request.mode() == JobMode.REPLACE || request.mode() == JobMode.ISOLATE;
    String type = request.type() == JobType.START ? "" : " (" + request.type().word() + ")";
    return type + (usual ? "" : " (" + request.mode().word() + ")");
  }

  private void timeline() {
    var bars = new BootBars(forecast, palette, style.width());
    var shown = bars.shown(style.all());
    if (shown.isEmpty()) {
      return;
    }
    prose.gap().line(bars.scale());
    shown.forEach(e -> prose.line(bars.line(e)));
    if (!forecast.timeline().parallelism().isEmpty()) {
      prose.line(bars.parallelism());
    }
    long began = forecast.timeline().entries().values().stream().filter(Entry::began).count();
    long rest = began - shown.size();
    if (rest > 0) {
      prose.line("  and " + rest + " more that take hardly any time; --all shows them");
    }
  }

  /** Where something is stopped, what happens one after the other; many things go together. */
  private void order() {
    var entries = forecast.timeline().entries();
    boolean starts = entries.values().stream().allMatch(e -> e.job().type() == JobType.START);
    if (starts) {
      return;
    }
    var depths = new HashMap<String, Integer>();
    var steps = new TreeMap<Integer, TreeMap<JobType, List<String>>>();
    for (Entry entry : forecast.timeline().asEnded()) {
      int depth = entry.waitedFor().map(u -> depths.getOrDefault(u, 0) + 1).orElse(1);
      depths.put(entry.unit(), depth);
      steps
          .computeIfAbsent(depth, d -> new TreeMap<>())
          .computeIfAbsent(entry.job().type(), t -> new ArrayList<>())
          .add(entry.unit());
    }
    prose.heading("In this order:");
    steps.forEach(
        (depth, types) ->
            types.forEach(
                (type, units) ->
                    prose.paragraph(
                        2, 6, depth + ". " + type.word() + " " + String.join(", ", units))));
  }

  private void criticalPath() {
    var path = forecast.timeline().criticalPath();
    var entries = forecast.timeline().entries();
    if (path.size() < 2 || forecast.timeline().totalMicros() == forecast.beginMicros()) {
      return;
    }
    prose.heading("What holds it up:");
    var rows = new ArrayList<Columns.Row>();
    for (int i = 0; i < path.size(); i++) {
      var entry = entries.get(path.get(i));
      String took = entry.ownMicros() == 0 ? "" : " +" + Spans.of(entry.ownMicros());
      String text = "@" + Spans.of(entry.startMicros()) + took + " " + Cells.clean(entry.unit());
      rows.add(new Columns.Row(text, i == 0 ? "" : reason(path.get(i), path.get(i - 1))));
    }
    Columns.write(prose, palette, rows);
  }

  /** Why the one waits for the other: where that is written. */
  private String reason(String later, String earlier) {
    return forecast
        .wait(later, earlier)
        .map(e -> LinkWords.source(new Link(e, true)))
        .filter(lines -> !lines.isEmpty())
        .map(lines -> lines.get(0))
        .orElse("");
  }

  private void notes() {
    skipped();
    assumed();
    if (!style.measured() && forecast.timeline().totalMicros() > 0) {
      prose
          .gap()
          .paragraph(
              0,
              "The durations are estimates; --timings takes measured ones, such as the output of"
                  + " `systemd-analyze blame`.");
    }
  }

  private void skipped() {
    var units =
        forecast.timeline().entries().values().stream()
            .filter(e -> e.result() == Result.SKIPPED)
            .map(Entry::unit)
            .toList();
    if (units.isEmpty()) {
      return;
    }
    if (!style.verbose()) {
      prose.gap().paragraph(0, "Skipped: " + list(units) + ".");
      return;
    }
    prose.heading("Skipped:");
    for (String unit : units) {
      String why = forecast.reason(unit).map(r -> ": " + r).orElse("");
      prose.paragraph(2, 4, unit + why);
    }
  }

  private void assumed() {
    var facts =
        forecast.assumptions().values().stream()
            .filter(f -> f.origin() != Origin.ROOT || style.verbose())
            .toList();
    if (facts.isEmpty()) {
      return;
    }
    if (style.verbose()) {
      prose.heading("Assumed of the machine; --assume KEY=VALUE changes that:");
      facts.forEach(f -> prose.line("  " + Cells.clean(f.toString()) + origin(f)));
      return;
    }
    var few = facts.stream().filter(f -> !f.key().contains(":")).map(Fact::toString).toList();
    int more = facts.size() - few.size();
    String others = count(more, "path or the like", "paths and the like");
    String rest = more == 0 ? "" : few.isEmpty() ? others : " and " + others;
    prose
        .gap()
        .paragraph(
            0,
            "Assumed: "
                + few.stream().map(Prose::glued).collect(Collectors.joining(", "))
                + rest
                + "; --verbose tells all, --assume changes them.");
  }

  private static String origin(Fact fact) {
    return switch (fact.origin()) {
      case DEFAULT -> "";
      case ROOT -> " (by its files)";
      case RECORDED -> " (recorded)";
      case SET -> " (set)";
    };
  }

  /** The first few of the names, and how many more there are. */
  static String list(Collection<String> names) {
    var few = names.stream().limit(FEW).map(Cells::clean).collect(Collectors.toList());
    int more = names.size() - few.size();
    if (more == 1) {
      few = names.stream().map(Cells::clean).toList();
    }
    return String.join(", ", few) + (more > 1 ? " and " + more + " more" : "");
  }

  static String count(long number, String one) {
    return count(number, one, one + "s");
  }

  static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** Lines that are about some units, if there are any. */
  static void about(Prose prose, String label, List<String> units) {
    if (!units.isEmpty()) {
      prose.paragraph(2, 4, label + " " + list(units));
    }
  }
}
