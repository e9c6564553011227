package org.unitlint.report.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.boot.Comparison;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Result;
import org.unitlint.boot.Timeline;
import org.unitlint.boot.timing.RecordedUnit;
import org.unitlint.report.timeline.Chart.Bar;
import org.unitlint.report.timeline.Chart.Total;
import org.unitlint.report.timeline.Chart.Versus;

/**
 * The boot that another is compared with.
 *
 * @param bars by unit
 * @param levels how many starts were under way
 * @param total how long it took; empty where there is nothing to compare with
 */
record Before(
    Versus versus,
    SortedMap<String, Bar> bars,
    List<Timeline.Level> levels,
    Optional<Total> total) {
  /** What if comes before what was: the change is what was asked for. */
  static Before of(Forecast forecast) {
    if (forecast.change().isPresent()) {
      return plain(forecast.change().get().plain(), forecast.beginMicros());
    }
    return forecast
        .comparison()
        .map(Before::recorded)
        .orElseGet(() -> new Before(Versus.NOTHING, new TreeMap<>(), List.of(), Optional.empty()));
  }

  private static Before plain(Timeline plain, long beginMicros) {
    var bars = new TreeMap<String, Bar>();
    for (Entry entry : plain.entries().values()) {
      if (entry.began() && entry.result() != Result.SKIPPED) {
        bars.put(entry.unit(), Rows.bar(entry, beginMicros));
      }
    }
    var total = new Total(Total.Kind.BEFORE, "before", plain.totalMicros(), "");
    return new Before(Versus.PLAIN, bars, plain.parallelism(), Optional.of(total));
  }

  private static Before recorded(Comparison comparison) {
    var bars = new TreeMap<String, Bar>();
    long over = comparison.totalMicros();
    for (RecordedUnit unit : comparison.recording().units().values()) {
      long start = unit.startedMicros().orElse(-1);
      long end = unit.endMicros().orElse(start);
      if (unit.checkedMicros().isPresent() && start >= 0 && (over == 0 || end <= over)) {
        bars.put(unit.name(), new Bar(start, start, start, end));
      }
    }
    var total = Optional.of(over).filter(t -> t > 0);
    return new Before(
        Versus.RECORDED,
        bars,
        levels(bars.values()),
        total.map(t -> new Total(Total.Kind.BEFORE, "recorded", t, "")));
  }

  /** How many of the starts were under way, from the first on. */
  private static List<Timeline.Level> levels(Collection<Bar> bars) {
    var steps = new TreeMap<Long, Integer>();
    for (Bar bar : bars) {
      if (bar.ownMicros() > 0) {
        steps.merge(bar.startMicros(), 1, Integer::sum);
        steps.merge(bar.endMicros(), -1, Integer::sum);
      }
    }
    var levels = new ArrayList<Timeline.Level>();
    int starts = 0;
    for (var step : steps.entrySet()) {
      starts += step.getValue();
      levels.add(new Timeline.Level(step.getKey(), starts));
    }
    return levels;
  }

  long totalMicros() {
    return total.map(Total::micros).orElse(0L);
  }

  /** When its first start began; where nothing did, as given. */
  long beginMicros(long otherwise) {
    return bars.values().stream().mapToLong(Bar::queuedMicros).min().orElse(otherwise);
  }

  Optional<Bar> bar(String unit) {
    return Optional.ofNullable(bars.get(unit));
  }

  /** When the unit was ready. */
  OptionalLong readyMicros(String unit) {
    return bar(unit).map(b -> OptionalLong.of(b.endMicros())).orElse(OptionalLong.empty());
  }
}
