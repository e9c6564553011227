package org.unitlint.graph;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.UnitName;

/** A cycle under judgement: what the patterns of cycles ask of it. */
final class Ring {
  /** Who could take an edge away, the likeliest to be at fault first. */
  enum Owner {
    ADMINISTRATOR,
    PACKAGE,
    SYSTEMD
  }

  private static final Set<String> EARLY =
      Set.of(
          "sysinit.target",
          "basic.target",
          "local-fs.target",
          "local-fs-pre.target",
          "swap.target",
          "sockets.target",
          "paths.target",
          "timers.target",
          "slices.target",
          "cryptsetup.target",
          "cryptsetup-pre.target",
          "veritysetup.target",
          "veritysetup-pre.target",
          "integritysetup.target",
          "integritysetup-pre.target");

  private final DependencyGraph graph;
  private final List<Edge> edges;
  private final ToIntFunction<Edge> left;

  /**
   * @param edges along the ring, each unit waiting for the next
   * @param left how many units are in cycles still when an edge is gone
   */
  Ring(DependencyGraph graph, List<Edge> edges, ToIntFunction<Edge> left) {
    this.graph = graph;
    this.edges = List.copyOf(edges);
    this.left = left;
  }

  List<Edge> edges() {
    return edges;
  }

  /** The edges that somebody wrote, and that are gone when the lines are. */
  Stream<Edge> cuttable() {
    return edges.stream().filter(Ring::isCuttable);
  }

  static boolean isCuttable(Edge edge) {
    return edge.reasons().stream().allMatch(r -> r.isWritten() && !r.isAssumed());
  }

  /** Whether it is gone when settings are, be they of the order itself or imply it. */
  static boolean isOfSettings(Edge edge) {
    return edge.reasons().stream().allMatch(r -> r.place().isPresent() && !r.isAssumed());
  }

  /** The edge by which another unit waits for the first unit of this edge. */
  Edge before(Edge edge) {
    return edges.get((edges.indexOf(edge) + edges.size() - 1) % edges.size());
  }

  /** The edge by which the second unit of this edge waits for another. */
  Edge after(Edge edge) {
    return edges.get((edges.indexOf(edge) + 1) % edges.size());
  }

  int left(Edge edge) {
    return left.applyAsInt(edge);
  }

  UnitType type(String unit) {
    return UnitName.parse(unit).map(UnitName::type).orElseThrow();
  }

  boolean isTarget(String unit) {
    return type(unit) == UnitType.TARGET;
  }

  /** Whether it is one of the targets at the beginning of the boot. */
  static boolean isEarly(String unit) {
    return EARLY.contains(unit);
  }

  /** Whether it has no default dependencies, and one of the early targets waits for it. */
  boolean isEarlyUnit(Edge toIt) {
    return isEarly(toIt.from())
        || !hasDefaults(toIt.from()) && isEarly(before(toIt).from())
        || type(toIt.from()) == UnitType.SOCKET;
  }

  /** Whether the unit has not said {@code DefaultDependencies=no}. */
  boolean hasDefaults(String unit) {
    return Declarations.hasDefaults(graph.machine(), graph.units().get(unit));
  }

  /**
   * Whether the target that a unit waits for starts that unit, and not only through units which for
   * their part come after the target, as those do that are meant to be started behind it.
   */
  boolean isMember(Edge edge) {
    String target = edge.to();
    var reached = new HashSet<String>(Set.of(target));
    var queue = new ArrayDeque<String>(reached);
    while (!queue.isEmpty()) {
      for (Edge pull : graph.graph().outgoingEdgesOf(queue.remove())) {
        String unit = pull.to();
        if (!pull.kind().pullsIn() || !reached.add(unit)) {
          continue;
        }
        if (unit.equals(edge.from())) {
          return true;
        }
        if (!isEarly(unit) && graph.edge(unit, Dependency.AFTER, target).isEmpty()) {
          queue.add(unit);
        }
      }
    }
    return false;
  }

  /** Whether a line of that unit says it. */
  static boolean says(String unit, Edge edge) {
    return edge.reasons().stream().anyMatch(r -> r.isWritten() && r.unit().equals(unit));
  }

  static boolean has(Edge edge, Addition addition) {
    return edge.reasons().stream()
        .anyMatch(r -> r.addition().filter(a -> a == addition).isPresent());
  }

  static boolean isOnly(Edge edge, Addition addition) {
    return edge.reasons().stream()
        .allMatch(r -> r.addition().filter(a -> a == addition).isPresent());
  }

  /** The edge by which the first unit pulls in the second, the strongest. */
  Optional<Edge> pull(Edge edge) {
    return graph
        .between(edge.from(), edge.to())
        .filter(e -> e.kind().pullsIn() || e.kind().needs())
        .min(Comparator.comparing((Edge e) -> !e.kind().needs()).thenComparing(Edge::kind));
  }

  /** The likeliest to be at fault of those without whom the edge would not be there. */
  Owner owner(Edge edge) {
    var reasons =
        has(edge, Addition.TARGET_MEMBER)
            ? pull(edge).map(Edge::reasons).orElse(List.of())
            : edge.reasons();
    return reasons.stream().map(this::owner).min(Comparator.naturalOrder()).orElse(Owner.SYSTEMD);
  }

  private Owner owner(Reason reason) {
    String path = reason.path();
    if (path.isEmpty()) {
      path = graph.units().get(reason.unit()).fragmentPath();
    }
    if (path.isEmpty() || reason.isAssumed()) {
      return Owner.SYSTEMD;
    }
    if (!path.startsWith("/usr/lib/") && !path.startsWith("/lib/")) {
      return Owner.ADMINISTRATOR;
    }
    return isSystemd(reason.unit()) ? Owner.SYSTEMD : Owner.PACKAGE;
  }

  private boolean isSystemd(String unit) {
    var name = UnitName.parse(unit).orElseThrow();
    String known = name.isInstance() ? name.template().toString() : unit;
    return graph.machine().catalog().specialUnit(known).isPresent();
  }

  /** The lines that say it: {@code `After=b.service` in `a.service`}. */
  String said(Edge edge) {
    var said =
        edge.reasons().stream()
            .filter(Reason::isWritten)
            .map(r -> said(edge, r))
            .distinct()
            .toList();
    return String.join(" and ", said);
  }

  private static String said(Edge edge, Reason reason) {
    return line(edge, reason) + " in `" + reason.unit() + "`";
  }

  private static String line(Edge edge, Reason reason) {
    return "`" + reason.kind().word() + "=" + edge.other(reason.unit()) + "`";
  }

  /** The line of that unit that says it: {@code `After=b.service`}. */
  static String saidBy(String unit, Edge edge) {
    return edge.reasons().stream()
        .filter(r -> r.isWritten() && r.unit().equals(unit))
        .findFirst()
        .map(r -> line(edge, r))
        .orElseThrow();
  }

  /** Whether a generator wrote it. */
  static boolean isGenerated(Edge edge) {
    return edge.reasons().stream().anyMatch(r -> r.path().startsWith("/run/systemd/generator"));
  }
}
