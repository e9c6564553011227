package org.unitlint.boot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.boot.profile.Profile;
import org.unitlint.boot.timing.RecordedUnit;
import org.unitlint.boot.timing.Recording;

/**
 * A boot that was recorded, run again: what it tells of the machine goes into the plan and the
 * simulation, so that what they make of it can be compared with what happened.
 */
public final class Replay {
  private static final Map<String, Result> RESULTS =
      Map.of("timeout", Result.TIMEOUT, "exec-condition", Result.SKIPPED);

  private static final String DEVICE = ".device";

  /** See systemd-system.conf(5), DefaultDeviceTimeoutSec=. */
  private static final long DEVICE_TIMEOUT = 90_000_000;

  private final Recording recording;

  /** When the first job began. */
  private final long beginMicros;

  /** The replay of that recording. */
  public Replay(Recording recording) {
    this.recording = recording;
    this.beginMicros =
        units()
            .filter(u -> u.checkedMicros().isPresent())
            .mapToLong(u -> u.checkedMicros().getAsLong())
            .min()
            .orElse(recording.firstStartMicros());
  }

  /** The recording itself. */
  public Recording recording() {
    return recording;
  }

  private Stream<RecordedUnit> units() {
    return recording.units().values().stream();
  }

  private static SortedSet<String> names(Stream<RecordedUnit> units) {
    var names = new TreeSet<String>();
    units.forEach(u -> names.add(u.name()));
    return names;
  }

  /** The units that were active before the first job, such as mounts that the kernel had. */
  public Set<String> activeBefore() {
    return names(
        units()
            .filter(u -> u.checkedMicros().isEmpty() && u.upMicros().isPresent())
            .filter(u -> u.upMicros().getAsLong() <= beginMicros));
  }

  /** The profile with what the recording tells of the machine. */
  public Profile over(Profile profile) {
    var changed = profile;
    if (recording.manager().isPresent()) {
      var manager = recording.manager().get();
      String kind = manager.virtualization();
      changed = recorded(changed, "virtualization", kind.isEmpty() ? "none" : kind);
      changed = recorded(changed, "architecture", manager.architecture().orElse(""));
    }
    return changed;
  }

  private static Profile recorded(Profile profile, String key, String value) {
    return Profile.refusal(key, value).isEmpty() ? profile.recorded(key, value) : profile;
  }

  /** The units of which a start job ran, whatever came of it. */
  public Set<String> ran() {
    return names(units().filter(u -> u.checkedMicros().isPresent()));
  }

  /** The outcome of the request that is nearest to what happened. */
  Plan nearest(Outcomes outcomes, Atoms atoms) {
    var ran = ran();
    var best = nearest(outcomes, atoms, ran);
    var deleted = deleted(outcomes, ran);
    deleted.retainAll(best.jobs().keySet());
    if (deleted.isEmpty()) {
      return best;
    }
    var request = outcomes.plan().request().deleting(deleted);
    var other = nearest(Outcomes.of(best.graph(), atoms, request), atoms, ran);
    return distance(other, atoms, ran) < distance(best, atoms, ran) ? other : best;
  }

  private Plan nearest(Outcomes outcomes, Atoms atoms, Set<String> ran) {
    return Stream.concat(Stream.of(outcomes.plan()), outcomes.others().stream())
        .min(Comparator.comparingInt(p -> distance(p, atoms, ran)))
        .orElseThrow();
  }

  /** The jobs that systemd must have deleted to break a cycle: none of them ever ran. */
  private static Set<String> deleted(Outcomes outcomes, Set<String> ran) {
    var deleted = new TreeSet<>(outcomes.candidates());
    deleted.removeAll(ran);
    return deleted;
  }

  private int distance(Plan plan, Atoms atoms, Set<String> ran) {
    var both = new TreeSet<String>();
    var timeline = Timeline.of(new Course(plan, atoms), scenario(plan));
    timeline.entries().values().stream().filter(Entry::began).map(Entry::unit).forEach(both::add);
    int planned = both.size();
    both.retainAll(ran);
    return planned + ran.size() - 2 * both.size();
  }

  /** What the recording says of durations, conditions, failures and of the manager's own time. */
  public Scenario scenario(Plan plan) {
    var durations = new HashMap<String, Long>();
    var skipped = new TreeSet<String>();
    var failing = new HashMap<String, Result>();
    for (RecordedUnit unit : recording.units().values()) {
      duration(unit).ifPresent(m -> durations.put(unit.name(), m));
      if (unit.isSkipped()) {
        skipped.add(unit.name());
      }
      failure(unit).ifPresent(result -> failing.put(unit.name(), result));
    }
    return Scenario.of(durations)
        .triggering(triggered(plan))
        .skipping(skipped)
        .failing(failing)
        .costing(costs())
        .unlimited()
        .beginningAt(beginMicros);
  }

  /** How its start failed; empty if it did not, or never was its turn. */
  private static Optional<Result> failure(RecordedUnit unit) {
    if (unit.checkedMicros().isEmpty() || !unit.conditionHeld() || unit.upMicros().isPresent()) {
      return Optional.empty();
    }
    boolean began = unit.startedMicros().orElse(-1) >= unit.checkedMicros().getAsLong();
    String result = unit.states().result().orElse("success");
    if (!began) {
      return Optional.of(unit.name().endsWith(DEVICE) ? Result.TIMEOUT : Result.RESOURCES);
    }
    return result.equals("success")
        ? Optional.empty()
        : Optional.of(RESULTS.getOrDefault(result, Result.FAILED));
  }

  /** How long its start took; a device is waited for until it is there, or until time is up. */
  private OptionalLong duration(RecordedUnit unit) {
    if (!unit.name().endsWith(DEVICE) || unit.checkedMicros().isEmpty()) {
      return unit.activationMicros();
    }
    long from = unit.checkedMicros().getAsLong();
    long given = Math.min(recording.totalMicros(), from + DEVICE_TIMEOUT);
    return OptionalLong.of(Math.max(0, unit.upMicros().orElse(given) - from));
  }

  /** The paths that were there at once: what they start ran, and no job of the boot had it run. */
  private Map<String, String> triggered(Plan plan) {
    var triggered = new HashMap<String, String>();
    for (String unit : ran()) {
      recording.units().get(unit).triggeredBy().stream()
          .filter(t -> t.endsWith(".path") && !plan.jobs().containsKey(unit))
          .forEach(t -> triggered.put(t, unit));
    }
    return triggered;
  }

  /** What the manager spent: between looking at the conditions of a unit and having begun it. */
  private Costs costs() {
    var jobs =
        units()
            .filter(u -> u.checkedMicros().isPresent())
            .sorted(Comparator.comparingLong(u -> u.checkedMicros().getAsLong()))
            .toList();
    var known = new HashMap<String, Long>();
    var forks = new ArrayList<Long>();
    var gaps = new ArrayList<Long>();
    for (int i = 0; i < jobs.size(); i++) {
      var unit = jobs.get(i);
      long checked = unit.checkedMicros().getAsLong();
      long began = unit.startedMicros().orElse(-1);
      if (unit.name().endsWith(DEVICE)) {
        known.put(unit.name(), 0L);
      } else if (began >= checked) {
        known.put(unit.name(), began - checked);
        if (unit.name().endsWith(".service")) {
          forks.add(began - checked);
        }
      } else if (i + 1 < jobs.size()) {
        gaps.add(jobs.get(i + 1).checkedMicros().getAsLong() - checked);
      }
    }
    return new Costs(median(forks), median(gaps), known);
  }

  private static long median(List<Long> values) {
    long[] sorted = values.stream().mapToLong(v -> v).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** How the timeline of the plan stands to what happened. */
  public Comparison compare(Plan plan, Timeline timeline) {
    return Comparison.of(recording, plan, timeline);
  }
}
