package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.boot.Decision;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobName;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Result;
import org.unitlint.boot.Timeline;
import org.unitlint.boot.profile.Fact;
import org.unitlint.report.Spans;
import org.unitlint.report.timeline.Chart.Listing;
import org.unitlint.report.timeline.Chart.Total;

/** Decides what the picture of a boot shows. */
final class Charting {
  private static final int MOST_SUGGESTIONS = 5;

  /** What ends later than so many times the boot, after a failure, does not stretch the axis. */
  private static final double STRETCH = 1.25;

  private final Forecast forecast;
  private final Detail detail;
  private final Timeline timeline;
  private final Before before;

  Charting(Forecast forecast, Detail detail) {
    this.forecast = forecast;
    this.detail = detail;
    this.timeline = forecast.timeline();
    this.before = Before.of(forecast);
  }

  Chart chart() {
    Set<String> critical = new HashSet<>(timeline.criticalPath());
    var rows = new Rows(forecast, before, critical, detail.all());
    var shown = rows.shown();
    long begin = Math.min(forecast.beginMicros(), before.beginMicros(forecast.beginMicros()));
    long end = Math.max(begin + 1, end(rows.endMicros()));
    return new Chart(
        title(),
        summary(),
        begin,
        end,
        before.versus(),
        totals(),
        timeline.parallelism(),
        before.levels(),
        new Milestones(forecast, critical, end - begin).all(),
        shown,
        rows.fold(),
        rows.hops(),
        new Standing(forecast.standby(), end - begin, detail.all()).waiters(),
        listings(),
        smallPrint());
  }

  private long end(long lastMicros) {
    long total = Math.max(timeline.totalMicros(), before.totalMicros());
    long maybe = forecast.trials().map(t -> t.total().p90Micros()).orElse(0L);
    long usual = Math.max(total, maybe);
    return Math.max(usual, Math.min(lastMicros, (long) (total * STRETCH)));
  }

  private String title() {
    var request = forecast.plan().request();
    String type = request.type() == JobType.START ? "" : " (" + request.type().word() + ")";
    return "Boot timeline of " + forecast.plan().anchor() + type;
  }

  private String summary() {
    var plan = forecast.plan();
    if (plan.refusal().isPresent()) {
      return "Refused: " + plan.refusal().get();
    }
    long skipped = timeline.entries().values().stream().filter(Charting::isSkipped).count();
    var words = new StringBuilder(count(plan.jobs().size(), "job"));
    words.append(skipped == 0 ? "" : ", " + skipped + " of them skipped by conditions");
    if (takesNoTime()) {
      return words.append(". That takes no time here.").toString();
    }
    words.append(". All done after ").append(Spans.of(timeline.totalMicros()));
    long sequential = forecast.sequentialMicros();
    if (sequential > timeline.totalMicros()) {
      words.append("; one after another it would be ").append(Spans.of(sequential));
    }
    words.append('.');
    int most = timeline.parallelism().stream().mapToInt(Timeline.Level::starts).max().orElse(0);
    return most < 2 ? words.toString() : words + " At most " + most + " starts at the same time.";
  }

  private boolean takesNoTime() {
    return timeline.totalMicros() == forecast.beginMicros();
  }

  private static boolean isSkipped(Entry entry) {
    return entry.result() == Result.SKIPPED;
  }

  private List<Total> totals() {
    var totals = new ArrayList<Total>();
    if (forecast.plan().refusal().isPresent() || takesNoTime()) {
      return totals;
    }
    long total = timeline.totalMicros();
    before.total().ifPresent(totals::add);
    String shown =
        switch (before.versus()) {
          case NOTHING -> "in parallel, as systemd does";
          case PLAIN -> "with the change";
          case RECORDED -> "simulated";
        };
    String moved = before.total().map(t -> difference(total - t.micros())).orElse("");
    totals.add(new Total(Total.Kind.SHOWN, shown, total, moved));
    forecast
        .trials()
        .ifPresent(
            t -> {
              String of = " of " + count(t.runs(), "boot") + " drawn by chance";
              totals.add(new Total(Total.Kind.CHANCE, "half" + of, t.total().p50Micros(), ""));
              totals.add(
                  new Total(Total.Kind.CHANCE, "nine in ten" + of, t.total().p90Micros(), ""));
            });
    suggestions(totals);
    totals.add(
        new Total(Total.Kind.SEQUENTIAL, "one after another", forecast.sequentialMicros(), ""));
    return totals;
  }

  private void suggestions(List<Total> totals) {
    for (var suggestion : forecast.suggestions().stream().limit(MOST_SUGGESTIONS).toList()) {
      String label =
          switch (suggestion.kind()) {
            case DROP_ORDER ->
                "if " + suggestion.unit() + " did not wait for " + suggestion.other();
            case ON_DEMAND -> "if only " + suggestion.other() + " starts " + suggestion.unit();
          };
      long micros = Math.max(0, timeline.totalMicros() - suggestion.savedMicros());
      totals.add(new Total(Total.Kind.MAYBE, label, micros, difference(-suggestion.savedMicros())));
    }
  }

  /** Such as {@code +1.2s}. */
  static String difference(long micros) {
    return micros == 0 ? "±0" : micros < 0 ? "−" + Spans.of(-micros) : "+" + Spans.of(micros);
  }

  static String count(long number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** The job, and who starts its unit all the same. */
  private String deleted(JobName job) {
    var entry = Optional.ofNullable(forecast.timeline().entries().get(job.unit()));
    String starter = entry.filter(Entry::began).flatMap(Entry::because).orElse("");
    return job + (starter.isEmpty() ? "" : " (started by " + starter + " all the same)");
  }

  private List<Listing> listings() {
    var listings = new ArrayList<Listing>();
    if (forecast.plan().refusal().isPresent()) {
      add(
          listings,
          "Why",
          true,
          forecast.plan().decisions().stream()
              .filter(d -> d.step() == Decision.Step.PULL_IN)
              .map(d -> d.job() + ": " + d.because())
              .toList());
    }
    add(
        listings,
        "Deleted to break an ordering cycle",
        true,
        forecast.plan().cycles().stream()
            .flatMap(c -> c.deleted().stream())
            .distinct()
            .sorted()
            .map(this::deleted)
            .toList());
    add(
        listings,
        "Failed",
        true,
        named(e -> e.began() && !e.result().isGood(), Charting::howFailed));
    add(
        listings,
        "Stopped again",
        true,
        named(
            e -> e.goneMicros().isPresent(),
            e -> "at " + Spans.of(e.goneMicros().orElse(0)) + because(e)));
    add(listings, "Not started", true, named(e -> !e.began(), Charting::whyNot));
    forecast
        .change()
        .ifPresent(
            change -> {
              add(listings, "No job any more", false, List.copyOf(change.gone()));
              add(listings, "Started instead", false, List.copyOf(change.takenOver()));
            });
    forecast
        .comparison()
        .ifPresent(
            recorded -> {
              add(listings, "Started, not predicted", true, List.copyOf(recorded.notPredicted()));
              add(listings, "Predicted, not started", true, List.copyOf(recorded.notStarted()));
              add(listings, "Not in this root", false, List.copyOf(recorded.notInRoot()));
              add(listings, "Started by something else", false, List.copyOf(recorded.mayStart()));
            });
    add(listings, "Skipped by conditions", false, named(Charting::isSkipped, e -> ""));
    int left = forecast.suggestions().size() - MOST_SUGGESTIONS;
    if (left > 0) {
      add(
          listings,
          "Not drawn",
          false,
          List.of(count(left, "more suggestion") + "; `--format text` lists them"));
    }
    return listings;
  }

  private static void add(List<Listing> listings, String label, boolean bad, List<String> units) {
    if (!units.isEmpty()) {
      listings.add(new Listing(label, bad, units));
    }
  }

  private interface Which {
    boolean test(Entry entry);
  }

  private interface Why {
    String of(Entry entry);
  }

  private List<String> named(Which which, Why why) {
    return timeline.entries().values().stream()
        .filter(which::test)
        .map(
            e ->
                e.unit()
                    + Optional.of(why.of(e))
                        .filter(w -> !w.isEmpty())
                        .map(w -> " (" + w + ")")
                        .orElse(""))
        .toList();
  }

  private static String howFailed(Entry entry) {
    return entry.result().word() + " at " + Spans.of(entry.endMicros());
  }

  private static String whyNot(Entry entry) {
    return entry.result().word() + because(entry);
  }

  private static String because(Entry entry) {
    return entry.culprit().map(u -> ", because of " + u).orElse("");
  }

  private List<String> smallPrint() {
    var lines = new ArrayList<String>();
    int others = forecast.alternatives().size();
    if (others > 0) {
      lines.add(
          "What systemd makes of its ordering cycles is chance: this is 1 of "
              + (others + 1)
              + " outcomes.");
    }
    if (!detail.measured() && !takesNoTime() && forecast.plan().refusal().isEmpty()) {
      lines.add(
          "The durations are estimates from the unit files, not measurements; --timings and"
              + " --recorded take measured ones.");
    }
    var facts =
        forecast.assumptions().values().stream()
            .filter(f -> f.origin() != Fact.Origin.ROOT && !f.key().contains(":"))
            .map(Fact::toString)
            .toList();
    if (!facts.isEmpty()) {
      lines.add("Assumed of the machine: " + String.join(", ", facts) + ".");
    }
    return lines;
  }
}
