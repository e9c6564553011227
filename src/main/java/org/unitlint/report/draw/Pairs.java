package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reduction;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;

/** Makes one arrow of all dependencies of one unit on another, and leaves out what follows. */
final class Pairs {
  /** Tooltips are not longer. */
  private static final int MOST_LINES = 12;

  private record Pair(String from, String to) {
    Pair turned() {
      return new Pair(to, from);
    }
  }

  private static final Comparator<Pair> BY_NAME =
      Comparator.comparing(Pair::from).thenComparing(Pair::to);

  /** What stands between two boxes. */
  private static final class Bundle {
    private boolean behind;
    private boolean ahead;
    private Stress stress = Stress.NONE;
    private final Set<Bond> bonds = new HashSet<>();
    private final List<Edge> edges = new ArrayList<>();

    boolean onlyWaits() {
      return bonds.equals(Set.of(Bond.WAITS));
    }

    Order order() {
      return behind ? Order.BEHIND : ahead ? Order.AHEAD : Order.NONE;
    }

    /** What stands out most. */
    void stress(Stress other) {
      stress = other.compareTo(stress) > 0 ? other : stress;
    }
  }

  private final DependencyGraph graph;
  private final Map<Edge, Stress> rings = new HashMap<>();
  private final Map<Pair, Bundle> bundles = new TreeMap<>(BY_NAME);
  private int implied;

  /** Arrows of that graph, where those cycles stand out. */
  Pairs(DependencyGraph graph, List<Cycle> cycles) {
    this.graph = graph;
    for (Cycle cycle : cycles) {
      cycle.edges().forEach(e -> rings.putIfAbsent(e, Stress.CYCLE));
    }
    cycles.forEach(c -> rings.put(c.blame(), Stress.CUT));
  }

  /** Whether the edge is in a cycle. */
  boolean isRing(Edge edge) {
    return rings.containsKey(edge);
  }

  /** Takes up an edge, drawn between those boxes. */
  void add(Edge edge, String from, String to) {
    var bond = Bond.of(edge.kind());
    boolean turn = bond == Bond.CONFLICTS && from.compareTo(to) > 0;
    var pair = turn ? new Pair(to, from) : new Pair(from, to);
    var bundle = bundles.computeIfAbsent(pair, p -> new Bundle());
    bundle.bonds.add(bond);
    bundle.edges.add(edge);
    bundle.stress(rings.getOrDefault(edge, Stress.NONE));
    if (bond != Bond.CONFLICTS) {
      bundle.behind |= waits(edge.from(), edge.to());
      bundle.ahead |= waits(edge.to(), edge.from());
    }
  }

  /** Marks that the boot waits for the one before it goes on with the other. */
  void critical(String later, String earlier) {
    var pair = new Pair(later, earlier);
    if (!bundles.containsKey(pair) && bundles.containsKey(pair.turned())) {
      bundles.get(pair.turned()).stress(Stress.CRITICAL);
      return;
    }
    var bundle = bundles.computeIfAbsent(pair, p -> new Bundle());
    graph
        .edge(later, Dependency.AFTER, earlier)
        .filter(e -> !bundle.edges.contains(e))
        .ifPresent(bundle.edges::add);
    bundle.bonds.add(Bond.WAITS);
    bundle.behind = true;
    bundle.stress(Stress.CRITICAL);
  }

  private boolean waits(String later, String earlier) {
    return graph.edge(later, Dependency.AFTER, earlier).isPresent();
  }

  /** The arrows, by the names of the boxes. */
  List<Arrow> arrows(boolean reduce) {
    absorb();
    var arrows = new ArrayList<Arrow>();
    bundles.forEach((pair, bundle) -> add(pair, bundle, arrows));
    return reduce ? reduced(arrows) : arrows;
  }

  /** Leaves out that each unit's owner wants it, where nothing else is to be said of that. */
  int leaveOutWanted(Map<String, String> owners) {
    int before = bundles.size();
    bundles
        .entrySet()
        .removeIf(
            e ->
                e.getKey().from.equals(owners.get(e.getKey().to))
                    && e.getValue().stress == Stress.NONE
                    && e.getValue().behind
                    && Set.of(Bond.WANTS, Bond.WAITS).containsAll(e.getValue().bonds));
    return before - bundles.size();
  }

  /** How many arrows were left out because others say the same. */
  int implied() {
    return implied;
  }

  /** An order between two units that another arrow between them shows needs no arrow. */
  private void absorb() {
    var needless = new ArrayList<Pair>();
    bundles.forEach(
        (pair, bundle) -> {
          var other = bundles.get(pair.turned());
          boolean shown = other != null && !other.onlyWaits() && !(other.behind && bundle.behind);
          if (shown && bundle.onlyWaits() && bundle.stress == Stress.NONE) {
            needless.add(pair);
          }
        });
    for (Pair pair : needless) {
      bundles.get(pair.turned()).edges.addAll(bundles.remove(pair).edges);
    }
  }

  private void add(Pair pair, Bundle bundle, List<Arrow> arrows) {
    String tip = tip(bundle.edges);
    var rest = bundle.bonds.stream().filter(b -> b != Bond.CONFLICTS).sorted().findFirst();
    boolean conflict = bundle.bonds.contains(Bond.CONFLICTS);
    if (conflict) {
      arrows.add(new Arrow(pair.from, pair.to, Bond.CONFLICTS, Order.NONE, Stress.NONE, tip));
    }
    boolean more = !conflict || !rest.equals(Optional.of(Bond.WAITS));
    if (more || bundle.stress != Stress.NONE) {
      rest.ifPresent(
          bond ->
              arrows.add(new Arrow(pair.from, pair.to, bond, bundle.order(), bundle.stress, tip)));
    }
  }

  private static String tip(List<Edge> edges) {
    var lines = edges.stream().sorted(Edge.ORDER).map(Pairs::line).distinct().toList();
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    var shown = lines.stream().limit(MOST_LINES - 1);
    String rest = "and " + (lines.size() - MOST_LINES + 1) + " more";
    return Stream.concat(shown, Stream.of(rest)).collect(Collectors.joining("\n"));
  }

  private static String line(Edge edge) {
    return edge + (edge.reason().isWritten() ? "" : ": " + why(edge));
  }

  private static String why(Edge edge) {
    return edge.reason().addition().map(a -> a.text().replace("`", "")).orElse("");
  }

  /** Without the waiting that follows from other waiting. */
  private List<Arrow> reduced(List<Arrow> arrows) {
    var numbers = new HashMap<String, Integer>();
    var ordered = arrows.stream().filter(a -> a.order() != Order.NONE).toList();
    int[] later = new int[ordered.size()];
    int[] earlier = new int[ordered.size()];
    for (int i = 0; i < later.length; i++) {
      later[i] = numbers.computeIfAbsent(ordered.get(i).second(), u -> numbers.size());
      earlier[i] = numbers.computeIfAbsent(ordered.get(i).first(), u -> numbers.size());
    }
    var redundant = new HashSet<Arrow>();
    Reduction.redundant(numbers.size(), later, earlier).stream()
        .mapToObj(ordered::get)
        .filter(a -> a.bond() == Bond.WAITS && a.stress() == Stress.NONE)
        .forEach(redundant::add);
    implied = redundant.size();
    return arrows.stream().filter(a -> !redundant.contains(a)).toList();
  }
}
