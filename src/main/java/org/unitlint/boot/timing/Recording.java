package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a machine that booted said of itself: the text of {@code systemctl show '*'}, in front of it
 * perhaps that of {@code systemctl show}, which is the manager's. Times are microseconds since the
 * beginning: the manager's own start, or where that is not told the first that a unit tells.
 *
 * @param manager what the manager says; empty where the text holds units only
 * @param units by their own names
 * @param target the own name of the unit that is the default target; empty where none is
 * @param totalMicros when the boot was over: as the manager says, else when the default target and
 *     what is ordered after it were up; zero where neither is known
 * @param problems what could not be read, a line each
 */
public record Recording(
    Optional<RecordedManager> manager,
    SortedMap<String, RecordedUnit> units,
    Optional<String> target,
    long totalMicros,
    List<String> problems) {
  public Recording {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
    problems = List.copyOf(problems);
  }

  /** What the text tells; whatever is no such text has no units. */
  public static Recording parse(String text) {
    return new RecordingReader(text).read();
  }

  /** The units that began to start before the boot was over, in the order of their starts. */
  public List<RecordedUnit> started() {
    var started = new ArrayList<RecordedUnit>();
    for (RecordedUnit unit : units.values()) {
      if (unit.startedMicros().isPresent() && unit.startedMicros().getAsLong() <= totalMicros) {
        started.add(unit);
      }
    }
    started.sort((a, b) -> Long.compare(start(a), start(b)));
    return started;
  }

  private static long start(RecordedUnit unit) {
    return unit.startedMicros().orElse(0);
  }

  /** When the first unit began: before it the manager ran generators and loaded units. */
  public long firstStartMicros() {
    return units.values().stream()
        .mapToLong(u -> u.startedMicros().orElse(Long.MAX_VALUE))
        .min()
        .stream()
        .filter(m -> m < Long.MAX_VALUE)
        .findFirst()
        .orElse(0);
  }

  /** How long each start took, by the unit's own name; units that did not start are not there. */
  public SortedMap<String, Long> activations() {
    var activations = new TreeMap<String, Long>();
    units.forEach(
        (name, unit) -> {
          OptionalLong took = unit.activationMicros();
          if (took.isPresent()) {
            activations.put(name, took.getAsLong());
          }
        });
    return activations;
  }
}
