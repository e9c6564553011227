package org.unitlint.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What systemd does when it is to start a unit on a machine where nothing runs.
 *
 * @param unit what is started, which is {@code rescue.target} where {@code default.target} cannot
 *     be
 * @param refusal why it does nothing at all; empty where it goes ahead
 * @param jobs what it runs, by unit: {@code start}, {@code stop} or {@code verify-active}
 * @param cycles the ordering cycles that it meets
 * @param dropped the jobs that go, in the order of going
 */
public record Plan(
    String unit,
    Optional<String> refusal,
    SortedMap<String, String> jobs,
    List<Cycle> cycles,
    List<Dropped> dropped) {
  public Plan {
    jobs = Collections.unmodifiableSortedMap(new TreeMap<>(jobs));
    cycles = List.copyOf(cycles);
    dropped = List.copyOf(dropped);
  }

  /**
   * Units whose jobs wait for each other.
   *
   * @param units each waits for the next one, the last for the first
   * @param deleted the unit whose job is deleted; empty where none can be
   * @param candidates the units of which systemd takes any
   */
  public record Cycle(List<String> units, Optional<String> deleted, List<String> candidates) {
    public Cycle {
      units = List.copyOf(units);
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A job that does not come to be, or does not stay.
   *
   * @param unit whose job it is
   * @param job its type, such as {@code start}
   * @param because the reason in words, names in backticks
   */
  public record Dropped(String unit, String job, String because) {}
}
