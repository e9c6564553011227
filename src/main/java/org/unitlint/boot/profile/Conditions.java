package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.boot.profile.Verdict.Outcome;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.Condition;
import org.unitlint.host.value.ValueFlaw.Effect;

/**
 * Which units of a machine their conditions and asserts let start. See systemd.unit(5), "Conditions
 * and Asserts", and condition_test_list() of systemd.
 */
public final class Conditions {
  private static final String CONDITION = "Condition";
  private static final String ASSERT = "Assert";

  /** What path units watch that can be so from the beginning. */
  private static final Set<String> STATES =
      Set.of("PathExists", "PathExistsGlob", "DirectoryNotEmpty");

  private final Machine machine;
  private final Profile profile;
  private final SeenPaths paths;
  private final SeenPaths unmounted;

  /** Those of the machine, answered by its profile. */
  public Conditions(Machine machine, Profile profile) {
    this.machine = machine;
    this.profile = profile;
    this.paths = new SeenPaths(profile, this::isMounted);
    this.unmounted = new SeenPaths(profile, (path, trail) -> false);
  }

  /** A condition that was tested. */
  private record Tested(Setting setting, boolean trigger, boolean holds, String because) {}

  /** What becomes of the unit's start job, once it is its turn. */
  public Verdict verdict(Unit unit) {
    return verdict(unit, paths);
  }

  /** Whether a unit mounts something at the path, be it only when somebody looks there. */
  private boolean isMounted(String path, Trail trail) {
    var verdict =
        Stream.of(".automount", ".mount")
            .flatMap(type -> UnitName.parse(Escape.escapePath(path) + type).stream())
            .map(machine::unit)
            .filter(u -> u.isLoaded() && u.fragment().isPresent())
            .findFirst()
            .map(u -> verdict(u, unmounted));
    verdict.ifPresent(v -> v.assumptions().forEach(trail::keep));
    return verdict.filter(Verdict::starts).isPresent();
  }

  private Verdict verdict(Unit unit, SeenPaths paths) {
    var trail = new Trail(profile);
    var overall = profile.told("condition:" + unit.name()).map(trail::keep);
    if (overall.isPresent()) {
      boolean starts = overall.get().value().equals("yes");
      return starts
          ? verdict(Outcome.STARTS, Optional.empty(), "", trail)
          : verdict(Outcome.SKIPPED, Optional.empty(), "`" + overall.get() + "` was set", trail);
    }
    for (String prefix : List.of(CONDITION, ASSERT)) {
      var failed = failed(unit, prefix, paths, trail);
      if (failed.isPresent()) {
        var outcome = prefix.equals(ASSERT) ? Outcome.ASSERT_FAILED : Outcome.SKIPPED;
        return verdict(outcome, Optional.of(failed.get().setting), failed.get().because, trail);
      }
    }
    var unsupported = Support.missing(unit.name().type(), paths, trail);
    if (unsupported.isPresent()) {
      return verdict(Outcome.UNSUPPORTED, Optional.empty(), unsupported.get(), trail);
    }
    return commands(unit, trail);
  }

  /**
   * The path that a path unit finds there as soon as it is active, so that it starts its unit at
   * once; empty where there is none. See systemd.path(5), PathExists=.
   */
  public Optional<Setting> found(Unit unit) {
    return Accepted.of(machine, unit).watched().stream()
        .filter(s -> STATES.contains(s.name()) && holds(s, unit))
        .findFirst();
  }

  private boolean holds(Setting setting, Unit unit) {
    return machine
        .specifiers()
        .expand(setting.text(), unit.name())
        .filter(path -> new Answers(paths, new Trail(profile)).holds(setting.name(), path))
        .isPresent();
  }

  private static Verdict verdict(
      Outcome outcome, Optional<Setting> setting, String reason, Trail trail) {
    return new Verdict(outcome, setting, reason, trail.facts());
  }

  /** The commands of {@code ExecCondition=} are part of the start, and can end it. */
  private Verdict commands(Unit unit, Trail trail) {
    var commands = unit.settings("Service", "ExecCondition");
    if (commands.isEmpty() || trail.flag("exec-condition:" + unit.name())) {
      return verdict(Outcome.STARTS, Optional.empty(), "", trail);
    }
    String reason = "`%s` was set".formatted(trail.last());
    return verdict(Outcome.SKIPPED, Optional.of(commands.get(0)), reason, trail);
  }

  /** The condition by which those of that prefix do not hold together. */
  private Optional<Tested> failed(Unit unit, String prefix, SeenPaths paths, Trail trail) {
    var settings = settings(unit, prefix);
    var triggers = new ArrayList<Tested>();
    boolean triggered = false;
    for (int i = settings.size() - 1; i >= 0; i--) {
      var tested = test(settings.get(i), unit, prefix, new Answers(paths, trail), trail);
      if (tested.isEmpty()) {
        continue;
      }
      boolean holds = tested.get().holds;
      if (!tested.get().trigger && !holds) {
        return tested;
      }
      if (tested.get().trigger) {
        triggers.add(0, tested.get());
        triggered |= holds;
      }
    }
    return triggers.isEmpty() || triggered ? Optional.empty() : Optional.of(noTrigger(triggers));
  }

  private static Tested noTrigger(List<Tested> triggers) {
    var first = triggers.get(0);
    return triggers.size() == 1
        ? first
        : new Tested(
            first.setting,
            true,
            false,
            "none of the %s conditions with `|` holds, of which one has to"
                .formatted(triggers.size()));
  }

  /** Those that count, in the order of reading; systemd tests them in the other one. */
  private static List<Setting> settings(Unit unit, String prefix) {
    var settings = new ArrayList<Setting>();
    for (Setting setting : unit.settings().all()) {
      if (setting.name().startsWith(prefix)
          && setting.section().equals("Unit")
          && !setting.value().isEmpty()
          && unit.settings().counts(setting)) {
        settings.add(setting);
      }
    }
    return settings;
  }

  /** What comes of one; empty where systemd did not take it. */
  private Optional<Tested> test(
      Setting setting, Unit unit, String prefix, Answers answers, Trail trail) {
    var read = machine.values().read(setting, unit.name());
    if (!read.isTaken()) {
      return Optional.empty();
    }
    var condition =
        read.value()
            .filter(Condition.class::isInstance)
            .map(Condition.class::cast)
            .or(() -> LateSpecifiers.read(setting, machine.specifiers(), unit.name(), trail));
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    String written = "`%s=%s`".formatted(setting.assignment().name(), setting.text());
    if (read.flaws().stream().anyMatch(f -> f.effect() == Effect.LATE)) {
      String because = written + " cannot be read, so that it never holds";
      return Optional.of(new Tested(setting, condition.get().trigger(), false, because));
    }
    String kind = setting.name().substring(prefix.length());
    boolean holds = answers.holds(kind, condition.get().expression());
    boolean negated = condition.get().negated();
    return Optional.of(
        new Tested(
            setting,
            condition.get().trigger(),
            holds != negated,
            "%s does not hold%s".formatted(written, answers.because())));
  }
}
