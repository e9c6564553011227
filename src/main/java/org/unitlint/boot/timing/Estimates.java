package org.unitlint.boot.timing;

import java.util.List;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.StartTime;
import org.unitlint.catalog.StartTime.Kind;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.CommandWords;
import org.unitlint.host.Machine;
import org.unitlint.host.ServiceType;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * How long the starts of a machine's units take where nobody has measured them: by what their
 * commands visibly do, their type, and a table of what is usual (start-times.tsv).
 */
public final class Estimates {
  private static final String SERVICE = "Service";

  /** Types of services whose main process is not waited for. */
  private static final Set<String> AT_ONCE = Set.of("simple", "idle", "exec");

  private static final List<String> BEFORE = List.of("ExecCondition", "ExecStartPre");

  private final Machine machine;
  private final Catalog catalog;
  private final StartTimeouts timeouts;

  private Estimates(Machine machine) {
    this.machine = machine;
    this.catalog = machine.catalog();
    this.timeouts = StartTimeouts.of(machine);
  }

  /** Those of the machine's units. */
  public static Estimates of(Machine machine) {
    return new Estimates(machine);
  }

  /** How long the start of the unit takes; nothing for what cannot be loaded. */
  public Estimate of(Unit unit) {
    if (!unit.isLoaded()) {
      return new Estimate(0, 0, 1, false, "it is not loaded");
    }
    return switch (unit.name().type()) {
      case SERVICE -> service(unit);
      case SOCKET -> socket(unit);
      case MOUNT -> mount(unit);
      default -> usual(unit.name().type()).estimate();
    };
  }

  private Cost usual(UnitType type) {
    var cost = new Cost();
    catalog
        .startTimes(Kind.UNIT, type.suffix())
        .forEach(t -> cost.add(t, "a " + type.suffix() + " unit"));
    return cost;
  }

  private Estimate mount(Unit unit) {
    String type = unit.last("Mount", "Type").map(s -> s.text()).orElse("");
    for (StartTime time : catalog.startTimes(Kind.FILE_SYSTEM, type)) {
      var cost = new Cost();
      cost.add(time, "mounting `" + type + "`");
      return cost.estimate();
    }
    return usual(UnitType.MOUNT).estimate();
  }

  private Estimate socket(Unit unit) {
    var cost = usual(UnitType.SOCKET);
    run(cost, unit, "Socket", "ExecStartPre");
    run(cost, unit, "Socket", "ExecStartPost");
    return cost.estimate();
  }

  /** See systemd.service(5), Type=: what runs before the unit is ready. */
  private Estimate service(Unit unit) {
    String type = ServiceType.of(machine, unit);
    var cost = new Cost();
    BEFORE.forEach(d -> run(cost, unit, SERVICE, d));
    if (AT_ONCE.contains(type)) {
      catalog
          .startTimes(Kind.SERVICE, type)
          .forEach(t -> cost.add(t, "`Type=" + type + "` is ready once it runs"));
    } else if (type.equals("oneshot")) {
      run(cost, unit, SERVICE, "ExecStart");
    } else {
      var commands = CommandWords.of(machine, unit, SERVICE, "ExecStart");
      commands.stream().limit(1).forEach(c -> add(cost, unit, c, type));
    }
    run(cost, unit, SERVICE, "ExecStartPost");
    return cost.estimate();
  }

  /**
   * How long the main program takes to answer when its service already counts as started: nothing
   * where the service says by itself that it is ready.
   */
  public long answerMicros(Unit unit) {
    boolean waits =
        unit.isLoaded()
            && unit.name().type() == UnitType.SERVICE
            && AT_ONCE.contains(ServiceType.of(machine, unit));
    return waits
        ? CommandWords.of(machine, unit, SERVICE, "ExecStart").stream()
            .limit(1)
            .mapToLong(c -> programMicros(c.path()))
            .sum()
        : 0;
  }

  /** How long starting the program takes, and the interpreter of a script too. */
  public long programMicros(String path) {
    var cost = new Cost();
    catalog.startTimes(Kind.SERVICE, "exec").forEach(t -> cost.add(t, "starting a program"));
    machine
        .programs()
        .interpreter(path)
        .map(i -> new CommandWords(i, List.of(), false))
        .ifPresent(c -> new CommandCost(catalog, cost, "oneshot", TimeSpan.INFINITY).add(c));
    return cost.estimate().micros();
  }

  private void run(Cost cost, Unit unit, String section, String directive) {
    for (CommandWords command : CommandWords.of(machine, unit, section, directive)) {
      add(cost, unit, command, "oneshot");
    }
  }

  private void add(Cost cost, Unit unit, CommandWords command, String type) {
    new CommandCost(catalog, cost, type, timeouts.of(unit)).add(command);
  }
}
