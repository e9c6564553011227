package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the jobs of a plan go in time.
 *
 * @param entries by unit
 * @param totalMicros when no job is left for the first time
 */
public record Timeline(SortedMap<String, Entry> entries, long totalMicros) {
  public Timeline {
    entries = Collections.unmodifiableSortedMap(entries);
  }

  /** The timeline of the plan under those assumptions. */
  public static Timeline of(Plan plan, Scenario scenario) {
    return of(new Course(plan), scenario);
  }

  static Timeline of(Course course, Scenario scenario) {
    return new Simulation(course, scenario).run();
  }

  /** In the order of their starts. */
  public List<Entry> inOrder() {
    return entries.values().stream()
        .sorted(
            Comparator.comparingLong(Entry::startMicros)
                .thenComparingLong(Entry::endMicros)
                .thenComparing(Entry::job))
        .toList();
  }

  /** In the order of their ends, each behind what it waited for. */
  public List<Entry> asEnded() {
    var order = new LinkedHashMap<String, Entry>();
    for (Entry entry : inOrder()) {
      var open = new ArrayDeque<Entry>();
      for (Optional<Entry> at = Optional.of(entry);
          at.isPresent() && !order.containsKey(at.get().unit());
          at = at.get().waitedFor().map(entries::get)) {
        open.push(at.get());
      }
      open.forEach(e -> order.put(e.unit(), e));
    }
    return List.copyOf(order.values());
  }

  /**
   * How long all would take one after the other.
   *
   * @param beginMicros when the first may begin
   */
  public long sequentialMicros(long beginMicros) {
    return beginMicros + planned().mapToLong(e -> e.workMicros() + e.managerMicros()).sum();
  }

  /** What came before the end, without what failures had started later. */
  private Stream<Entry> planned() {
    return entries.values().stream().filter(e -> e.endMicros() <= totalMicros);
  }

  /** The units that are active in the end. */
  public Set<String> active() {
    var active = new TreeSet<String>();
    entries.values().stream().filter(Entry::active).forEach(e -> active.add(e.unit()));
    return active;
  }

  /** The units that make it as long as it is: each was waited for by the next, the last is last. */
  public List<String> criticalPath() {
    var path = new ArrayList<String>();
    var last =
        planned()
            .max(
                Comparator.comparingLong(Entry::endMicros)
                    .thenComparing(Entry::startMicros)
                    .thenComparing(Entry::job));
    for (Optional<Entry> at = last; at.isPresent(); ) {
      path.add(at.get().job().unit());
      at = at.get().waitedFor().map(entries::get);
    }
    Collections.reverse(path);
    return path;
  }

  /**
   * How many starts are under way from some time on.
   *
   * @param fromMicros until the next level begins
   */
  public record Level(long fromMicros, int starts) {}

  /** How many starts are under way, from the first on; 0 at the end. */
  public List<Level> parallelism() {
    var steps = new TreeMap<Long, Integer>();
    for (Entry entry : entries.values()) {
      if (entry.began() && entry.ownMicros() > 0) {
        steps.merge(entry.startMicros(), 1, Integer::sum);
        steps.merge(entry.endMicros(), -1, Integer::sum);
      }
    }
    var levels = new ArrayList<Level>();
    int starts = 0;
    for (var step : steps.entrySet()) {
      starts += step.getValue();
      if (step.getValue() != 0) {
        levels.add(new Level(step.getKey(), starts));
      }
    }
    return levels;
  }
}
