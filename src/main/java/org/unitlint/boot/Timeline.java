package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How the jobs of a plan go in time.
 *
 * @param entries by unit
 * @param totalMicros when the last job ends
 */
public record Timeline(SortedMap<String, Entry> entries, long totalMicros) {
  public Timeline {
    entries = Collections.unmodifiableSortedMap(entries);
  }

  /** The timeline of the plan under those assumptions. */
  public static Timeline of(Plan plan, Scenario scenario) {
    return new Simulation(plan, Atoms.of(plan.graph()), scenario).run();
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

  /** How long all would take one after the other. */
  public long sequentialMicros() {
    return entries.values().stream().mapToLong(Entry::ownMicros).sum();
  }

  /** The units that make it as long as it is: each was waited for by the next, the last is last. */
  public List<String> criticalPath() {
    var path = new ArrayList<String>();
    var last =
        entries.values().stream()
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
}
