package org.unitlint.boot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unitlint.boot.timing.StartTimeouts;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Machine;
import org.unitlint.host.ManagerConfig;
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
 * @param onFailure in which mode what is to be started after a failure is
 * @param onSuccess the same after it has ended well
 * @param stopsUnneeded whether it stops when nothing needs it
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
    Optional<Restart> restart,
    JobMode onFailure,
    JobMode onSuccess,
    boolean stopsUnneeded) {
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
  private static final Set<String> AFTER_FAILURE = Set.of("always", "on-failure");

  /** The same where it did not fail by itself, but took too long or could not even begin. */
  private static final Set<String> AFTER_OTHERS = Set.of("always", "on-failure", "on-abnormal");

  private static final List<String> COMMANDS =
      List.of("ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost");
  private static final long DEFAULT_WEIGHT = 100;
  private static final long SECOND = 1_000_000;

  /**
   * How a unit is started again.
   *
   * @param afterFailure whether also where the program itself says that it failed
   * @param delayMicros the pause before
   * @param burst so many starts are allowed
   * @param intervalMicros in that time
   */
  record Restart(boolean afterFailure, long delayMicros, long burst, long intervalMicros) {
    /** Whether there is a restart after a start that ended so. */
    boolean isAfter(Result result) {
      return afterFailure || result != Result.FAILED;
    }

    /**
     * When it is given up, counted from the first failure, if each start takes that long; empty if
     * it goes on for ever. See ratelimit_below of systemd.
     */
    OptionalLong givesUpAfter(long durationMicros) {
      long round = Micros.sum(durationMicros, delayMicros);
      long all = Micros.times(round, burst);
      boolean limited = burst > 0 && intervalMicros > 0 && all <= intervalMicros;
      return limited ? OptionalLong.of(all - durationMicros) : OptionalLong.empty();
    }
  }

  /** The traits of units of one machine. */
  static final class Reader {
    private final Machine machine;
    private final StartTimeouts timeouts;
    private final long deviceMicros;
    private final long restartMicros;
    private final long burst;
    private final long intervalMicros;

    Reader(Machine machine) {
      this.machine = machine;
      var manager = ManagerConfig.of(machine);
      this.timeouts = StartTimeouts.of(machine);
      this.deviceMicros = micros(manager.value("DefaultDeviceTimeoutSec"), 90 * SECOND);
      this.restartMicros = micros(manager.value("DefaultRestartSec"), SECOND / 10);
      this.burst = number(manager.value("DefaultStartLimitBurst"), 5);
      this.intervalMicros = micros(manager.value("DefaultStartLimitIntervalSec"), 10 * SECOND);
    }

    Traits of(Unit unit) {
      var type = unit.name().type();
      String section = type.section();
      return new Traits(
          QUEUE.indexOf(type),
          weight(unit, section),
          (int) number(last(unit, section, "Nice"), 0),
          FORKING.contains(type),
          type == UnitType.DEVICE,
          Readiness.stays(machine, unit),
          timeout(unit),
          finite(jobMicros(unit, "JobTimeoutSec", Long.MAX_VALUE)),
          finite(runningMicros(unit)),
          restart(unit),
          mode(Accepted.of(machine, unit).onFailureMode()),
          mode(last(unit, "Unit", "OnSuccessJobMode")),
          unit.flag("Unit", "StopWhenUnneeded", false));
    }

    private static long weight(Unit unit, String section) {
      for (String name : List.of("StartupCPUWeight", "CPUWeight")) {
        var setting = unit.last(section, name);
        if (setting.isPresent()) {
          boolean idle = setting.get().is("idle");
          return idle ? 0 : number(Optional.of(setting.get().text()), DEFAULT_WEIGHT);
        }
      }
      return DEFAULT_WEIGHT;
    }

    private static Optional<String> last(Unit unit, String section, String name) {
      return unit.last(section, name).map(Setting::text);
    }

    private static long number(Optional<String> text, long otherwise) {
      try {
        return text.map(Long::parseLong).orElse(otherwise);
      } catch (NumberFormatException e) {
        return otherwise;
      }
    }

    /** The span of time, the largest number for infinity. */
    private static long micros(Optional<String> text, long otherwise) {
      return text.flatMap(TimeSpan::parse)
          .map(s -> s.micros() < 0 ? Long.MAX_VALUE : s.micros())
          .orElse(otherwise);
    }

    /**
     * After what time the start fails: each command has that long. See systemd.service(5),
     * TimeoutStartSec=.
     */
    private OptionalLong timeout(Unit unit) {
      var span = timeouts.of(unit);
      String section = unit.name().type().section();
      long commands = COMMANDS.stream().mapToLong(c -> unit.settings(section, c).size()).sum();
      return span.micros() < 0
          ? OptionalLong.empty()
          : OptionalLong.of(Micros.times(span.micros(), Math.max(1, commands)));
    }

    private static OptionalLong finite(long micros) {
      return micros == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(micros);
    }

    private static long jobMicros(Unit unit, String name, long otherwise) {
      long micros = micros(last(unit, "Unit", name), otherwise);
      return micros == 0 ? Long.MAX_VALUE : micros;
    }

    /** What is said of the whole job counts from when it runs too; devices have a limit anyway. */
    private long runningMicros(Unit unit) {
      boolean device = unit.name().type() == UnitType.DEVICE;
      long usual = device ? deviceMicros : Long.MAX_VALUE;
      return jobMicros(unit, "JobRunningTimeoutSec", jobMicros(unit, "JobTimeoutSec", usual));
    }

    private static JobMode mode(Optional<String> word) {
      return word.flatMap(JobMode::ofWord).orElse(JobMode.REPLACE);
    }

    private Optional<Restart> restart(Unit unit) {
      var word = last(unit, "Service", "Restart").filter(AFTER_OTHERS::contains);
      return word.map(
          w ->
              new Restart(
                  AFTER_FAILURE.contains(w),
                  micros(last(unit, "Service", "RestartSec"), restartMicros),
                  number(limit(unit, "StartLimitBurst"), burst),
                  micros(
                      limit(unit, "StartLimitIntervalSec")
                          .or(() -> limit(unit, "StartLimitInterval")),
                      intervalMicros)));
    }

    /** What limits starts was a matter of services once, and is still taken there. */
    private static Optional<String> limit(Unit unit, String name) {
      return last(unit, "Unit", name).or(() -> last(unit, "Service", name));
    }
  }
}
