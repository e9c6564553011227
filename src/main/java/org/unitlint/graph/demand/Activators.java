package org.unitlint.graph.demand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.demand.Activator.Kind;
import org.unitlint.graph.demand.Activator.Target;
import org.unitlint.host.Accepted;
import org.unitlint.host.BusName;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** Finds what starts something on demand: units, names on the bus, and services of xinetd. */
public final class Activators {
  private static final List<String> BUSES = List.of("dbus.socket", "dbus.service");

  /** The instance that stands for the first connection. */
  private static final String FIRST = "0";

  private final DependencyGraph graph;
  private final Machine machine;
  private final List<Activator> found = new ArrayList<>();

  private Activators(DependencyGraph graph) {
    this.graph = graph;
    this.machine = graph.machine();
  }

  /**
   * All for which those units have to be active, sorted.
   *
   * @param units own names of units in the graph
   */
  public static List<Activator> of(DependencyGraph graph, Collection<String> units) {
    var all = new Activators(graph);
    var loaded = units.stream().map(graph.units()::get).filter(Unit::isLoaded).toList();
    loaded.forEach(all::unit);
    all.bus(units);
    all.found.addAll(XinetdActivators.of(all.machine, loaded));
    return all.found.stream().sorted(Activator.ORDER).toList();
  }

  private void unit(Unit unit) {
    switch (unit.name().type()) {
      case SOCKET -> socket(unit);
      case PATH -> triggers(Kind.PATH, unit, ListenText.all(Accepted.of(machine, unit).watched()));
      case TIMER ->
          triggers(Kind.TIMER, unit, ListenText.all(Accepted.of(machine, unit).triggers()));
      case AUTOMOUNT -> triggers(Kind.AUTOMOUNT, unit, where(unit));
      default -> {}
    }
  }

  /** See systemd.socket(5), Accept=. */
  private void socket(Unit unit) {
    var accepted = Accepted.of(machine, unit);
    var listeners = accepted.listeners();
    var listens = new ListenText(machine, unit).of(listeners);
    boolean each =
        accepted.on("Socket", "Accept").isPresent()
            && listeners.stream().allMatch(Accepted::mayAccept);
    if (!each) {
      triggers(Kind.SOCKET, unit, listens);
      return;
    }
    var first = new UnitName(unit.name().prefix(), Optional.of(FIRST), UnitType.SERVICE);
    var target = Target.unit(first.template().toString(), first.toString());
    found.add(new Activator(Kind.SOCKET, name(unit), name(unit), listens, target, true, "", 0));
  }

  private List<String> where(Unit unit) {
    return unit.last("Automount", "Where")
        .flatMap(s -> Accepted.path(machine, unit, s))
        .map(List::of)
        .orElse(List.of());
  }

  private void triggers(Kind kind, Unit unit, List<String> listens) {
    graph
        .others(name(unit), Dependency.TRIGGERS)
        .forEach(
            started ->
                found.add(
                    new Activator(
                        kind,
                        name(unit),
                        name(unit),
                        listens,
                        Target.unit(started, started),
                        false,
                        "",
                        0)));
  }

  private static String name(Unit unit) {
    return unit.name().toString();
  }

  /** Names of which the unit is not there, as an alias that is not enabled, start nothing. */
  private void bus(Collection<String> units) {
    var bus =
        BUSES.stream()
            .flatMap(b -> graph.unit(b).stream())
            .filter(Unit::isLoaded)
            .map(Activators::name)
            .filter(units::contains)
            .findFirst();
    var names = bus.isPresent() ? BusName.all(machine).stream() : Stream.<BusName>empty();
    names.forEach(
        name -> {
          var unit = machine.unit(name.unit());
          if (unit.isLoaded()) {
            var target = Target.unit(name(unit), name(unit));
            found.add(onBus(name, bus.orElseThrow(), target));
          }
        });
  }

  private static Activator onBus(BusName name, String bus, Target target) {
    return new Activator(
        Kind.BUS,
        name.name(),
        bus,
        List.of(name.name()),
        target,
        false,
        name.path(),
        name.place().line());
  }
}
