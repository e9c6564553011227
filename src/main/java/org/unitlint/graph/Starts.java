package org.unitlint.graph;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.unitlint.host.BusName;
import org.unitlint.host.Unit;

/** Which units one unit, the anchor, starts: at once, and later when something asks for them. */
public final class Starts {
  /** When a unit is started. */
  public enum When {
    /** With the anchor. */
    AT_ONCE,
    /** When a socket, a timer, a failure or the like asks for it. */
    ON_DEMAND,
    /** By hand or by a program only. */
    NEVER
  }

  private static final List<String> BUSES = List.of("dbus.socket", "dbus.service");

  private final DependencyGraph graph;
  private final String anchor;
  private final SortedSet<String> atOnce;
  private final Set<String> all = new HashSet<>();
  private final List<BusName> busNames;
  private final StartWalks walks;
  private Optional<Map<String, List<MissingLink>>> aliases = Optional.empty();

  private Starts(DependencyGraph graph, String anchor) {
    this.graph = graph;
    this.anchor = anchor;
    this.atOnce = PulledIn.by(graph, anchor).units();
    var walk = new Walk(graph, this::isLoaded).from(atOnce).over(Starts::isStart);
    walk.reached().stream().filter(this::isLoaded).forEach(all::add);
    this.busNames = hasBus() ? BusName.all(graph.machine()) : List.of();
    this.walks = new StartWalks(graph, this);
  }

  /** What the unit of that own name, which is in the graph, starts. */
  public static Starts by(DependencyGraph graph, String anchor) {
    return new Starts(graph, anchor);
  }

  private boolean hasBus() {
    return BUSES.stream()
        .flatMap(b -> graph.unit(b).stream())
        .anyMatch(u -> all.contains(u.name().toString()));
  }

  /** Whether the edge starts its other end, at once or when something happens. */
  static boolean isStart(Edge edge) {
    return edge.kind().pullsIn() || isDemand(edge);
  }

  /** Whether the edge starts its other end when something happens. */
  public static boolean isDemand(Edge edge) {
    return switch (edge.kind()) {
      case TRIGGERS, ON_FAILURE, ON_SUCCESS -> true;
      default -> false;
    };
  }

  boolean isLoaded(String unit) {
    return graph.units().get(unit).isLoaded();
  }

  /** The unit that is started first of all. */
  public String anchor() {
    return anchor;
  }

  /** The units that it starts at once, itself among them; none if it cannot be loaded. */
  public SortedSet<String> atOnce() {
    return Collections.unmodifiableSortedSet(atOnce);
  }

  /** Whether the anchor can be loaded; else it is not known what is started. */
  public boolean isKnown() {
    return !atOnce.isEmpty();
  }

  /** The unit with which all begins; none if it cannot be loaded. */
  List<String> first() {
    return atOnce.isEmpty() ? List.of() : List.of(anchor);
  }

  /** The walks that lead to what is started. */
  StartWalks walks() {
    return walks;
  }

  /** When the unit of that own name is started. */
  public When when(String unit) {
    if (atOnce.contains(unit)) {
      return When.AT_ONCE;
    }
    boolean asked = all.contains(unit) || isLoaded(unit) && !busNames(unit).isEmpty();
    return asked ? When.ON_DEMAND : When.NEVER;
  }

  /** Whether the unit is there from the beginning, so that it is never started. */
  public boolean isAlwaysThere(String unit) {
    return new Declarations(graph.machine()).isPerpetual(unit);
  }

  /** The links of units that would give something that name, and that are not there. */
  synchronized List<MissingLink> missingAliases(String name) {
    if (aliases.isEmpty()) {
      aliases =
          Optional.of(
              graph.units().values().stream()
                  .flatMap(u -> MissingLink.of(graph.machine(), u).stream())
                  .filter(MissingLink::isAlias)
                  .collect(Collectors.groupingBy(m -> m.owner().toString())));
    }
    return aliases.get().getOrDefault(name, List.of());
  }

  /** The names on the bus for which the unit is started. */
  public List<BusName> busNames(String unit) {
    Unit asked = graph.units().get(unit);
    return busNames.stream().filter(n -> asked.names().contains(n.unit().toString())).toList();
  }
}
