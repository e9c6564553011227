package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.boot.timing.RecordedUnit;
import org.unitlint.boot.timing.Recording;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.LoadState;

/**
 * Where a timeline and a recorded boot part.
 *
 * @param recording that boot
 * @param notInRoot units that a job started and that the root has no file for
 * @param notPredicted other units that a job started and that the timeline has not
 * @param mayStart units that were started by something else than the jobs of the boot: by a socket,
 *     a timer, a path, a message on the bus, a login
 * @param notStarted units that the timeline starts and that did not start
 * @param deleted units whose jobs were evidently deleted to break a cycle
 * @param pairs how many pairs of starts are far enough apart to be compared
 * @param contradicted those pairs that come in the other order, the earlier one first
 * @param totalMicros how long the boot took
 * @param criticalPath the units that made it as long as it was
 */
public record Comparison(
    Recording recording,
    SortedSet<String> notInRoot,
    SortedSet<String> notPredicted,
    SortedSet<String> mayStart,
    SortedSet<String> notStarted,
    SortedSet<String> deleted,
    long pairs,
    List<List<String>> contradicted,
    long totalMicros,
    List<String> criticalPath) {
  /** Starts that are nearer to each other may come in any order. */
  private static final long APART_MICROS = 20_000;

  public Comparison {
    notInRoot = Collections.unmodifiableSortedSet(notInRoot);
    notPredicted = Collections.unmodifiableSortedSet(notPredicted);
    mayStart = Collections.unmodifiableSortedSet(mayStart);
    notStarted = Collections.unmodifiableSortedSet(notStarted);
    deleted = Collections.unmodifiableSortedSet(deleted);
    contradicted = List.copyOf(contradicted);
    criticalPath = List.copyOf(criticalPath);
  }

  /** What part of the pairs comes in the other order, 0 to 1. */
  public double share() {
    return pairs == 0 ? 0 : contradicted.size() / (double) pairs;
  }

  static Comparison of(Recording recording, Plan plan, Timeline timeline) {
    var graph = plan.graph();
    var predicted = new TreeSet<String>();
    timeline.entries().values().stream()
        .filter(e -> e.began() && e.result() != Result.SKIPPED)
        .forEach(e -> predicted.add(e.unit()));
    var notPredicted = new TreeSet<String>();
    var notStarted = new TreeSet<>(predicted);
    var both = new ArrayList<RecordedUnit>();
    for (RecordedUnit unit : recording.units().values()) {
      if (unit.startedMicros().isPresent()) {
        notStarted.remove(unit.name());
      }
      if (unit.startedMicros().isEmpty() || isLate(unit, recording)) {
        continue;
      }
      if (predicted.contains(unit.name())) {
        both.add(unit);
      } else if (unit.checkedMicros().isPresent()) {
        notPredicted.add(unit.name());
      }
    }
    var mayStart = OnDemand.among(notPredicted, recording, graph, timeline);
    notPredicted.removeAll(mayStart);
    var notInRoot = new TreeSet<>(notPredicted);
    notInRoot.removeIf(u -> isThere(graph, u));
    notPredicted.removeAll(notInRoot);
    var pairs = new Pairs(both, timeline);
    return new Comparison(
        recording,
        notInRoot,
        notPredicted,
        mayStart,
        notStarted,
        deleted(plan),
        pairs.count,
        pairs.contradicted,
        recording.totalMicros(),
        criticalPath(recording, graph, timeline));
  }

  private static boolean isThere(DependencyGraph graph, String unit) {
    return graph.unit(unit).isPresent()
        || graph.machine().unit(unit).filter(u -> u.state() != LoadState.NOT_FOUND).isPresent();
  }

  /** Whether it was started after the boot, for the first time. */
  private static boolean isLate(RecordedUnit unit, Recording recording) {
    return recording.totalMicros() > 0
        && unit.restarts() == 0
        && unit.startedMicros().getAsLong() > recording.totalMicros();
  }

  private static SortedSet<String> deleted(Plan plan) {
    var deleted = new TreeSet<>(plan.request().deleted());
    plan.cycles().forEach(c -> c.deleted().ifPresent(j -> deleted.add(j.unit())));
    return deleted;
  }

  /** Backwards from what ended last: of what each was ordered after, what ended last before it. */
  private static List<String> criticalPath(
      Recording recording, DependencyGraph graph, Timeline timeline) {
    var path = new ArrayList<String>();
    var at =
        timeline.entries().keySet().stream()
            .flatMap(u -> Optional.ofNullable(recording.units().get(u)).stream())
            .filter(u -> end(u) >= 0 && end(u) <= recording.totalMicros())
            .max(Comparator.comparingLong(Comparison::end).thenComparing(RecordedUnit::name));
    while (at.isPresent()) {
      var unit = at.get();
      path.add(unit.name());
      long start = unit.checkedMicros().orElse(unit.startedMicros().orElse(0));
      at =
          graph
              .others(unit.name(), Dependency.AFTER)
              .filter(u -> timeline.entries().containsKey(u) && !path.contains(u))
              .flatMap(u -> Optional.ofNullable(recording.units().get(u)).stream())
              .filter(u -> end(u) >= 0 && end(u) <= start)
              .max(Comparator.comparingLong(Comparison::end).thenComparing(RecordedUnit::name));
    }
    Collections.reverse(path);
    return path;
  }

  /** When its job was over; -1 where nothing tells. */
  private static long end(RecordedUnit unit) {
    return unit.isSkipped() ? unit.checkedMicros().getAsLong() : unit.endMicros().orElse(-1);
  }

  /** The pairs of starts that are far enough apart. */
  private static final class Pairs {
    private long count;
    private final List<List<String>> contradicted = new ArrayList<>();

    Pairs(List<RecordedUnit> units, Timeline timeline) {
      var starts = units.stream().filter(u -> u.firstStartMicros().isPresent()).toList();
      for (RecordedUnit earlier : starts) {
        for (RecordedUnit later : starts) {
          long apart =
              later.firstStartMicros().getAsLong() - earlier.firstStartMicros().getAsLong();
          if (apart > APART_MICROS) {
            count++;
            var a = timeline.entries().get(earlier.name());
            var b = timeline.entries().get(later.name());
            if (a.startMicros() > b.startMicros()) {
              contradicted.add(List.of(earlier.name(), later.name()));
            }
          }
        }
      }
    }
  }
}
