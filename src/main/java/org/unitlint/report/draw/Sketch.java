package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Dependency.Family;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/** A diagram in which each unit has a box of its own. */
final class Sketch {
  private static final int MOST_CYCLES = 6;

  /** Fewer units are not folded. */
  private static final int FEW = 20;

  private final Wish wish;
  private final DependencyGraph graph;
  private final Pairs pairs;
  private final SortedSet<String> units = new TreeSet<>();
  private final List<Edge> edges;
  private int usual;
  private int framed;
  private int slices;

  private Sketch(Wish wish) {
    this.wish = wish;
    this.graph = wish.part().graph();
    this.pairs = new Pairs(graph, wish.cycles());
    this.edges = wish.part().edges().filter(this::isShown).toList();
  }

  static Diagram of(Wish wish) {
    return new Sketch(wish).diagram();
  }

  private boolean isShown(Edge edge) {
    boolean shown = wish.detail() == Detail.EVERYTHING || pairs.isRing(edge) || !Usual.is(edge);
    usual += shown ? 0 : 1;
    return shown;
  }

  private Diagram diagram() {
    choose();
    edges.stream().filter(this::isInside).forEach(e -> pairs.add(e, e.from(), e.to()));
    followCritical();
    var boxes = new Boxes(wish);
    framed = pairs.leaveOutWanted(boxes.owners());
    var arrows = pairs.arrows(wish.detail() != Detail.EVERYTHING);
    var drawn = units.stream().map(u -> boxes.of(u, List.of())).toList();
    var sketch =
        new Diagram(
            wish.title(),
            Counted.of(units.size(), "unit")
                + ", "
                + Counted.of(arrows.size(), "arrow")
                + " to what each depends on",
            wish.inset(),
            drawn,
            arrows,
            groups(drawn),
            UnsaidOrder.of(graph, units, arrows),
            homes(),
            notes());
    boolean many = wish.detail() == Detail.LEAVES && units.size() > FEW;
    var folded = many ? Folding.of(sketch) : sketch;
    return folded.groups().isEmpty() ? folded : FrameArrows.of(folded);
  }

  private SortedMap<String, String> homes() {
    var homes = new TreeMap<String, String>();
    units.forEach(u -> homes.put(u, u));
    return homes;
  }

  private boolean isInside(Edge edge) {
    return units.contains(edge.from()) && units.contains(edge.to());
  }

  /** Of a whole machine what is started, and what is missing for that; else both ends of edges. */
  private void choose() {
    units.addAll(wish.asked());
    wish.critical().stream().filter(graph.units()::containsKey).forEach(units::add);
    wish.cycles().forEach(c -> units.addAll(c.units()));
    boolean all = wish.detail() == Detail.EVERYTHING;
    if (wish.whole()) {
      units.addAll(all ? wish.part().units() : wish.started());
    }
    var known = Set.copyOf(units);
    for (Edge edge : edges) {
      if (!wish.whole() || known.contains(edge.from()) && leads(edge)) {
        units.add(edge.from());
        units.add(edge.to());
      }
    }
    units.retainAll(graph.units().keySet());
    if (wish.whole() && !all) {
      leaveOutSlices();
    }
  }

  /** Each unit is in a slice, which tells nothing. */
  private void leaveOutSlices() {
    var tied = new HashSet<String>();
    edges.stream().filter(this::isInside).forEach(e -> tied.addAll(List.of(e.from(), e.to())));
    int before = units.size();
    units.removeIf(u -> !tied.contains(u) && isSlice(u));
    slices = before - units.size();
  }

  private boolean isSlice(String unit) {
    var type = graph.units().get(unit).name().type();
    return type == UnitType.SLICE || type == UnitType.SCOPE;
  }

  /** Whether what it leads to is drawn though nothing may start it. */
  private static boolean leads(Edge edge) {
    return edge.kind().family() == Family.REQUIREMENT || edge.kind() == Dependency.TRIGGERS;
  }

  private void followCritical() {
    for (int i = 1; i < wish.critical().size(); i++) {
      pairs.critical(wish.critical().get(i), wish.critical().get(i - 1));
    }
  }

  private List<Group> groups(List<Box> boxes) {
    var ids = new LinkedHashSet<String>();
    boxes.stream().map(Box::group).filter(g -> !g.isEmpty()).sorted().forEach(ids::add);
    return ids.stream().map(id -> new Group(id, Group.label(id))).toList();
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    if (!wish.whole() && !wish.inset()) {
      for (int i = 0; i < Math.min(MOST_CYCLES, wish.cycles().size()); i++) {
        notes.add(wish.cycles().get(i) + ": " + wish.cycles().get(i).advice().replace("`", ""));
      }
    }
    int left = wish.whole() ? wish.part().units().size() - units.size() - slices : 0;
    note(notes, left, "unit", "not drawn that nothing here starts");
    note(notes, slices, "slice", "hidden");
    note(notes, framed, "edge", "hidden from targets to the units in their frames");
    note(notes, pairs.implied(), "implied edge", "hidden");
    note(notes, usual(), "default edge", "hidden, which systemd adds by itself");
    note(notes, conflicts(), "conflict", "hidden with units that are not started");
    long outside = edges.stream().filter(e -> !isInside(e)).count();
    note(notes, (int) outside, "edge", "hidden at units that are not drawn");
    return notes;
  }

  private static void note(List<String> notes, int count, String what, String why) {
    if (count > 0) {
      notes.add(Counted.of(count, what) + " " + why);
    }
  }

  /** Conflicts of what is asked about that are no part of it. */
  private int conflicts() {
    var found = new HashSet<Edge>();
    for (String unit : wish.asked()) {
      Stream.concat(graph.out(unit), graph.in(unit))
          .filter(e -> e.kind() == Dependency.CONFLICTS && !Usual.is(e) && !isInside(e))
          .forEach(found::add);
    }
    return found.size();
  }

  /** Those of the part, or where that has none, those at the units themselves. */
  private int usual() {
    if (wish.whole() || wish.detail() == Detail.EVERYTHING) {
      return usual;
    }
    var at = wish.asked().isEmpty() ? units : wish.asked();
    var found = new HashSet<Edge>();
    for (String unit : at) {
      Stream.concat(graph.out(unit), graph.in(unit))
          .filter(e -> Usual.is(e) && !pairs.isRing(e))
          .forEach(found::add);
    }
    return found.size();
  }
}
