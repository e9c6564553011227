package org.unitlint.boot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unitlint.boot.timing.StartTimeouts;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Machine;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * What the course of a unit's start depends on.
 *
 * @param rank the place of its type in the manager's queue
 * @param weight its share of the processors, which decides among units of one type
 * @param nice its nice level, which decides after that
 * @param forks whether its start runs a program
 * @param appears whether it is only waited for until it is there, as a device
 * @param stays whether it is active once its start is over
 * @param timeoutMicros after what time its start fails; empty for never
 * @param jobMicros after what time its job ends, from when it is queued
 * @param runningMicros the same, from when it runs
 * @param restart how it is started again after a failure; empty if it is not
 */
record Traits(
    int rank,
    long weight,
    int nice,
    boolean forks,
    boolean appears,
    boolean stays,
    OptionalLong timeoutMicros,
    OptionalLong jobMicros,
    OptionalLong runningMicros,
    Optional<Restart> restart) {
  /** The order of the manager's queue by type. See unit_compare_priority of systemd. */
  private static final List<UnitType> QUEUE =
      List.of(
          UnitType.SCOPE,
          UnitType.SLICE,
          UnitType.PATH,
          UnitType.TIMER,
          UnitType.AUTOMOUNT,
          UnitType.DEVICE,
          UnitType.TARGET,
          UnitType.SOCKET,
          UnitType.SWAP,
          UnitType.MOUNT,
          UnitType.SERVICE);

  private static final Set<UnitType> FORKING =
      Set.of(UnitType.SERVICE, UnitType.MOUNT, UnitType.SWAP);

  /** The words of {@code Restart=} under which a start that failed is tried again. */
  private static final Set<String> AGAIN = Set.of("always", "on-failure");

  private static final List<String> COMMANDS =
      List.of("ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost");
  private static final long DEFAULT_WEIGHT = 100;
  private static final long SECOND = 1_000_000;

  /**
   * How a unit is started again.
   *
   * @param delayMicros the pause before
   * @param burst so many starts are allowed
   * @param intervalMicros in that time
   */
  record Restart(long delayMicros, long burst, long intervalMicros) {
    /**
     * When it is given up, counted from the first failure, if each start takes that long; empty if
     * it goes on for ever.
     */
    OptionalLong givesUpAfter(long durationMicros) {
      long round = durationMicros + delayMicros;
      boolean limited = burst > 0 && intervalMicros > 0 && round * burst < intervalMicros;
      return limited ? OptionalLong.of(round * (burst - 1) + delayMicros) : OptionalLong.empty();
    }
  }

  /** The traits of units of one machine. */
  static final class Reader {
    private final StartTimeouts timeouts;

    Reader(Machine machine) {
      this.timeouts = StartTimeouts.of(machine);
    }

    Traits of(Unit unit) {
      var type = unit.name().type();
      String section = type.section();
      return new Traits(
          QUEUE.indexOf(type),
          weight(unit, section),
          number(unit, section, "Nice", 0),
          FORKING.contains(type),
          type == UnitType.DEVICE,
          Readiness.stays(unit),
          timeout(unit),
          span(unit, "Unit", "JobTimeoutSec"),
          span(unit, "Unit", "JobRunningTimeoutSec"),
          restart(unit));
    }

    private static long weight(Unit unit, String section) {
      for (String name : List.of("StartupCPUWeight", "CPUWeight")) {
        var setting = unit.last(section, name);
        if (setting.isPresent()) {
          return setting.get().is("idle") ? 0 : number(setting.get(), (int) DEFAULT_WEIGHT);
        }
      }
      return DEFAULT_WEIGHT;
    }

    private static int number(Unit unit, String section, String name, int otherwise) {
      return unit.last(section, name).map(s -> number(s, otherwise)).orElse(otherwise);
    }

    private static int number(Setting setting, int otherwise) {
      try {
        return Integer.parseInt(setting.text());
      } catch (NumberFormatException e) {
        return otherwise;
      }
    }

    /**
     * After what time the start fails: each command has that long. See systemd.service(5),
     * TimeoutStartSec=.
     */
    private OptionalLong timeout(Unit unit) {
      var span = timeouts.of(unit);
      String section = unit.name().type().section();
      long commands = COMMANDS.stream().mapToLong(c -> unit.settings(section, c).size()).sum();
      return span.isInfinite()
          ? OptionalLong.empty()
          : OptionalLong.of(span.micros() * Math.max(1, commands));
    }

    private static OptionalLong span(Unit unit, String section, String name) {
      var span =
          unit.last(section, name)
              .flatMap(s -> TimeSpan.parse(s.text()))
              .filter(s -> !s.zeroAsInfinity().isInfinite());
      return span.isPresent() ? OptionalLong.of(span.get().micros()) : OptionalLong.empty();
    }

    private static Optional<Restart> restart(Unit unit) {
      boolean again =
          unit.last("Service", "Restart").filter(s -> AGAIN.contains(s.text())).isPresent();
      return again
          ? Optional.of(
              new Restart(
                  micros(unit, "Service", "RestartSec", SECOND / 10),
                  number(unit, "Unit", "StartLimitBurst", 5),
                  micros(unit, "Unit", "StartLimitIntervalSec", 10 * SECOND)))
          : Optional.empty();
    }

    private static long micros(Unit unit, String section, String name, long otherwise) {
      return unit.last(section, name)
          .flatMap(s -> TimeSpan.parse(s.text()))
          .filter(s -> !s.isInfinite())
          .map(TimeSpan::micros)
          .orElse(otherwise);
    }
  }
}
