package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Result;
import org.unitlint.boot.Trials;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Link;
import org.unitlint.host.UnitName;
import org.unitlint.report.LinkWords;
import org.unitlint.report.Spans;
import org.unitlint.report.svg.Tint;
import org.unitlint.report.timeline.Chart.Bar;
import org.unitlint.report.timeline.Chart.Fold;
import org.unitlint.report.timeline.Chart.Hop;
import org.unitlint.report.timeline.Chart.Moved;
import org.unitlint.report.timeline.Chart.Row;
import org.unitlint.report.timeline.Chart.Versus;

/**
 * Which starts have a row of their own. All have as long as they are few; else the longest, those
 * that fail, and those that hold the boot up. Targets are milestones and have none.
 */
final class Rows {
  /** As many rows as need no folding. */
  private static final int FEW = 40;

  /** As many as there are when the short ones are folded, besides those that must be shown. */
  private static final int MANY = 60;

  /** As many as must be shown at most, however many fail or hold the boot up. */
  private static final int MOST_SHOWN = 100;

  /** What is shorter hardly holds a boot up. */
  private static final long HOLDING_MICROS = 1_000;

  /** What part of the boot can hardly be seen. */
  private static final long VISIBLE_PART = 1_000;

  /** What part of the boot is too little a move to be worth a word. */
  private static final long SLIGHT = 200;

  /** What the limits begin with, before any number of zeros. */
  private static final long[] ROUND = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

  private static final long MILLI = 1_000;

  private final Forecast forecast;
  private final Before before;
  private final Set<String> critical;
  private final long limit;
  private final List<Candidate> shown = new ArrayList<>();
  private final List<Candidate> folded = new ArrayList<>();

  /** A unit that may have a row: in this boot, in the other one, or in both. */
  private record Candidate(String unit, Optional<Entry> entry, Optional<Bar> before) {
    long startMicros() {
      return entry.map(Entry::startMicros).orElseGet(() -> before.get().startMicros());
    }

    /** How long it takes, in whichever boot it takes longer. */
    long micros() {
      return Math.max(
          entry.map(Entry::ownMicros).orElse(0L), before.map(Bar::ownMicros).orElse(0L));
    }

    /** How long it kept others waiting since it could have begun, its wait for the manager too. */
    long heldMicros() {
      return entry.map(e -> e.endMicros() - Math.min(e.readyMicros(), e.startMicros())).orElse(0L);
    }

    boolean failed() {
      return entry.filter(e -> !e.result().isGood()).isPresent();
    }
  }

  Rows(Forecast forecast, Before before, Set<String> critical, boolean all) {
    this.forecast = forecast;
    this.before = before;
    this.critical = critical;
    var candidates = candidates();
    this.limit = all ? 0 : limit(candidates);
    var due = all ? Set.<Candidate>of() : due(candidates);
    candidates.forEach(c -> (c.micros() >= limit || due.contains(c) ? shown : folded).add(c));
  }

  /** In the order of time, each behind what it waited for. */
  private List<Candidate> candidates() {
    var candidates = new ArrayList<Candidate>();
    for (Entry entry : forecast.timeline().asEnded()) {
      if (entry.began() && entry.result() != Result.SKIPPED && !isMilestone(entry)) {
        candidates.add(new Candidate(entry.unit(), Optional.of(entry), before.bar(entry.unit())));
      }
    }
    before
        .bars()
        .forEach(
            (unit, bar) -> {
              boolean gone = !hasBar(unit);
              if (gone && !isTarget(unit)) {
                candidates.add(new Candidate(unit, Optional.empty(), Optional.of(bar)));
              }
            });
    candidates.sort(Comparator.comparingLong(Candidate::startMicros));
    return candidates;
  }

  private boolean hasBar(String unit) {
    var entry = forecast.timeline().entries().get(unit);
    return entry != null && entry.began() && entry.result() != Result.SKIPPED;
  }

  /** Whether it starts a target: that takes no time and needs no row. */
  static boolean isMilestone(Entry entry) {
    return entry.job().type() == JobType.START && isTarget(entry.unit());
  }

  private static boolean isTarget(String unit) {
    return type(unit) == UnitType.TARGET;
  }

  private static UnitType type(String unit) {
    return UnitName.parse(unit).map(UnitName::type).orElse(UnitType.SERVICE);
  }

  private long limit(List<Candidate> candidates) {
    if (candidates.size() <= FEW) {
      return 0;
    }
    long[] longest = candidates.stream().mapToLong(Candidate::micros).sorted().toArray();
    long reached = longest.length <= MANY ? 0 : longest[longest.length - MANY - 1] + 1;
    long seen = wholeMicros() / VISIBLE_PART;
    return round(Math.max(MILLI, Math.max(seen, reached)));
  }

  /** The next limit that is short to write. */
  private static long round(long micros) {
    for (long power = MILLI / 10; ; power *= 10) {
      for (long digits : ROUND) {
        if (digits * power >= micros && digits * power % MILLI == 0) {
          return digits * power;
        }
      }
    }
  }

  /** Those that are short and need a row; of very many those that held the boot up longest. */
  private Set<Candidate> due(List<Candidate> candidates) {
    return candidates.stream()
        .filter(c -> c.micros() < limit && mustBeShown(c))
        .sorted(Comparator.comparingLong(Candidate::heldMicros).reversed())
        .limit(MOST_SHOWN)
        .collect(Collectors.toSet());
  }

  private boolean mustBeShown(Candidate candidate) {
    return candidate.failed()
        || critical.contains(candidate.unit()) && candidate.heldMicros() >= holdingMicros();
  }

  private long holdingMicros() {
    return Math.max(HOLDING_MICROS, wholeMicros() / VISIBLE_PART);
  }

  /** How long the longer of the boots takes. */
  private long wholeMicros() {
    return Math.max(forecast.timeline().totalMicros(), before.totalMicros());
  }

  List<Row> shown() {
    return shown.stream().map(this::row).toList();
  }

  Optional<Fold> fold() {
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    var starts = folded.stream().map(c -> new Fold.Start(c.startMicros(), c.unit())).toList();
    String label = "+" + Charting.count(folded.size(), "unit") + " shorter than " + Spans.of(limit);
    return Optional.of(new Fold(label, starts));
  }

  /** When the last of the rows ends. */
  long endMicros() {
    return shown.stream()
        .mapToLong(
            c ->
                Math.max(
                    c.entry().map(Entry::endMicros).orElse(0L),
                    c.before().map(Bar::endMicros).orElse(0L)))
        .max()
        .orElse(0);
  }

  /** The critical path, past what has no row. */
  List<Hop> hops() {
    var rows = new HashMap<String, Integer>();
    for (int i = 0; i < shown.size(); i++) {
      rows.put(shown.get(i).unit(), i);
    }
    var path = forecast.timeline().criticalPath().stream().filter(rows::containsKey).toList();
    var hops = new ArrayList<Hop>();
    for (int i = 1; i < path.size(); i++) {
      long micros = forecast.timeline().entries().get(path.get(i - 1)).endMicros();
      hops.add(new Hop(rows.get(path.get(i - 1)), rows.get(path.get(i)), micros));
    }
    return hops;
  }

  /** Jobs that failures add are queued by them; what cannot have waited has not. */
  static Bar bar(Entry entry, long beginMicros) {
    long start = entry.startMicros();
    long released = Math.max(0, Math.min(entry.readyMicros(), start));
    long queued = entry.because().isPresent() ? released : Math.min(beginMicros, released);
    return new Bar(queued, released, start, entry.endMicros());
  }

  private Row row(Candidate candidate) {
    String unit = candidate.unit();
    var bar = candidate.entry().map(e -> bar(e, forecast.beginMicros()));
    boolean starts = candidate.entry().map(e -> e.job().type() == JobType.START).orElse(true);
    String job = starts ? "" : " (" + candidate.entry().get().job().type().word() + ")";
    return new Row(
        unit,
        unit + job,
        Tint.of(type(unit)),
        bar,
        candidate.before(),
        spread(candidate),
        candidate.entry().isPresent() && critical.contains(unit),
        candidate.failed(),
        moved(candidate),
        remark(candidate),
        tip(candidate));
  }

  private Moved moved(Candidate candidate) {
    if (before.versus() == Versus.NOTHING) {
      return Moved.NOT;
    }
    if (candidate.before().isEmpty() || candidate.entry().isEmpty()) {
      return candidate.before().isEmpty() ? Moved.NEW : Moved.GONE;
    }
    long micros = movedMicros(candidate);
    return micros == 0 ? Moved.NOT : micros < 0 ? Moved.EARLIER : Moved.LATER;
  }

  /** By how much it is ready later; 0 where that is hardly anything, or says nothing. */
  private long movedMicros(Candidate candidate) {
    if (before.versus() != Versus.PLAIN || candidate.failed()) {
      return 0;
    }
    long micros = candidate.entry().get().endMicros() - candidate.before().get().endMicros();
    boolean slight = Math.abs(micros) < wholeMicros() / SLIGHT;
    return slight ? 0 : micros;
  }

  private Optional<Trials.Range> spread(Candidate candidate) {
    return forecast
        .trials()
        .map(t -> t.units().get(candidate.unit()))
        .filter(t -> candidate.entry().filter(e -> e.ownMicros() > 0).isPresent())
        .map(Trials.Of::ready);
  }

  private String remark(Candidate candidate) {
    if (candidate.entry().isEmpty()) {
      return switch (before.versus()) {
        case PLAIN -> "no longer";
        default -> "recorded only";
      };
    }
    var entry = candidate.entry().get();
    var words = new ArrayList<String>();
    if (candidate.failed()) {
      words.add(entry.result().word());
    }
    boolean queued = entry.ownMicros() == 0 && candidate.heldMicros() >= holdingMicros();
    words.add(queued ? "queued " + Spans.of(candidate.heldMicros()) : Spans.of(entry.ownMicros()));
    switch (moved(candidate)) {
      case NEW -> words.add(before.versus() == Versus.PLAIN ? "new" : "not recorded");
      case EARLIER, LATER -> words.add("ready " + Charting.difference(movedMicros(candidate)));
      default -> {}
    }
    spread(candidate).ifPresent(r -> words.add("p90 at " + Spans.of(r.p90Micros())));
    return String.join(", ", words);
  }

  /** What the start waited for longest, and where that is written. */
  static Optional<String> waited(Forecast forecast, Entry entry) {
    return entry
        .waitedFor()
        .map(
            u ->
                forecast
                    .wait(entry.unit(), u)
                    .map(e -> LinkWords.source(new Link(e, true)))
                    .filter(lines -> !lines.isEmpty())
                    .map(lines -> "waited for " + u + ": " + String.join("; ", lines))
                    .orElse("waited for " + u));
  }

  private List<String> tip(Candidate candidate) {
    var tip = new ArrayList<String>();
    tip.add(candidate.unit());
    candidate.entry().ifPresent(e -> describe(e, tip));
    candidate
        .before()
        .ifPresent(
            b ->
                tip.add(
                    (before.versus() == Versus.PLAIN ? "before" : "recorded")
                        + ": started at "
                        + Spans.of(b.startMicros())
                        + ", ready at "
                        + Spans.of(b.endMicros())));
    return tip;
  }

  private void describe(Entry entry, List<String> tip) {
    String ends = entry.result().isGood() ? "ready" : entry.result().word();
    tip.add("started at " + Spans.of(entry.startMicros()));
    tip.add(ends + " at " + Spans.of(entry.endMicros()));
    tip.add("took " + Spans.of(entry.ownMicros()) + " itself");
    tip.add(waited(forecast, entry).orElse("waited for no other unit"));
    long queue = entry.startMicros() - Math.min(entry.readyMicros(), entry.startMicros());
    if (queue > 0) {
      tip.add("then " + Spans.of(queue) + " for the manager");
    }
    tip.add("result: " + entry.result().word());
    entry.because().ifPresent(u -> tip.add("started because " + u + " failed"));
    entry.culprit().ifPresent(u -> tip.add("because of " + u));
    if (critical.contains(entry.unit())) {
      tip.add("on the critical path");
    } else {
      String slack = ", could take " + Spans.of(entry.slackMicros()) + " longer";
      tip.add("not on the critical path" + (entry.slackMicros() > 0 ? slack : ""));
    }
    Optional.ofNullable(forecast.estimates().get(entry.unit()))
        .ifPresent(e -> tip.add("estimated: " + e.because()));
    forecast
        .trials()
        .map(t -> t.units().get(entry.unit()))
        .ifPresent(
            t ->
                tip.add(
                    "ready in half the boots after "
                        + Spans.of(t.ready().p50Micros())
                        + ", in nine of ten after "
                        + Spans.of(t.ready().p90Micros())));
  }
}
