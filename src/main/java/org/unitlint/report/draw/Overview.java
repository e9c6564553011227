package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency.Family;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.report.draw.Box.State;
import org.unitlint.report.svg.Lettering;

/**
 * A diagram of a whole machine that fits a screen: the targets, in each the units that hang on it,
 * counted; units in trouble stand by themselves.
 */
final class Overview {
  /** How many lines of names a target has. */
  private static final int MOST_LINES = 3;

  /** How many units may stand by themselves. */
  private static final int MOST_ALONE = 30;

  /** Stands for a blank at which no line ends. */
  private static final char NARROW = '_';

  private static final double WIDE = 190;
  private static final int MOST_TIP = 60;

  private final Wish wish;
  private final DependencyGraph graph;
  private final Boxes boxes;
  private final Pairs pairs;
  private final Map<String, String> owners;
  private final SortedSet<String> shown = new TreeSet<>();
  private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
  private final SortedMap<String, Integer> absent = new TreeMap<>();
  private int missing;
  private int inside;
  private int across;

  private Overview(Wish wish) {
    this.wish = wish;
    this.graph = wish.part().graph();
    this.boxes = new Boxes(wish);
    this.pairs = new Pairs(graph, wish.cycles());
    this.owners = Owners.of(graph, wish.started());
  }

  static Diagram of(Wish wish) {
    return new Overview(wish).diagram();
  }

  private Diagram diagram() {
    choose();
    wish.part().edges().forEach(this::add);
    followCritical();
    var arrows = pairs.arrows(true);
    var drawn = shown.stream().map(this::box).toList();
    int folded = members.values().stream().mapToInt(Set::size).sum();
    long later =
        members.values().stream()
            .flatMap(Set::stream)
            .filter(u -> !wish.started().contains(u))
            .count();
    return new Diagram(
        wish.title(),
        Counted.of(wish.started().size(), "unit")
            + " started at once, "
            + later
            + " more on demand; "
            + folded
            + " of them are folded into the targets that pull them in",
        wish.inset(),
        drawn,
        arrows,
        List.of(),
        UnsaidOrder.of(graph, shown, arrows),
        homes(),
        notes());
  }

  private void choose() {
    var trouble = new TreeSet<String>();
    wish.cycles().forEach(c -> trouble.addAll(c.units()));
    trouble.addAll(wish.critical());
    for (String unit : wish.started()) {
      graph
          .out(unit)
          .filter(e -> e.kind().family() == Family.REQUIREMENT)
          .filter(e -> isTrouble(e))
          .forEach(e -> trouble.add(e.to()));
    }
    trouble.retainAll(graph.units().keySet());
    trouble.stream().limit(MOST_ALONE).forEach(shown::add);
    missing = trouble.size() - shown.size();
    wish.started().stream().filter(this::isTarget).forEach(shown::add);
    owners.forEach(
        (unit, owner) -> {
          if (shown.contains(unit)) {
            return;
          }
          if (boxes.state(unit) != State.LOADED) {
            absent.merge(owner, 1, Integer::sum);
          } else {
            members.computeIfAbsent(owner, o -> new TreeSet<>()).add(unit);
          }
        });
  }

  /** What cannot be started though it is needed; what is only wished for may well be missing. */
  private boolean isTrouble(Edge edge) {
    var state = boxes.state(edge.to());
    return state == State.REFUSED
        || state != State.LOADED && edge.kind().needs() && !Usual.is(edge);
  }

  private boolean isTarget(String unit) {
    return graph.units().get(unit).name().type() == UnitType.TARGET;
  }

  /** The box that the unit is in; empty if it is in none. */
  private String home(String unit) {
    return shown.contains(unit) ? unit : owners.getOrDefault(unit, "");
  }

  private SortedMap<String, String> homes() {
    var homes = new TreeMap<String, String>();
    owners.keySet().forEach(u -> homes.put(u, home(u)));
    shown.forEach(u -> homes.put(u, u));
    homes.values().removeIf(b -> !shown.contains(b));
    return homes;
  }

  private void add(Edge edge) {
    String from = home(edge.from());
    String to = home(edge.to());
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      inside += from.isEmpty() || to.isEmpty() ? 0 : 1;
      return;
    }
    boolean plain = shown.contains(edge.from()) && shown.contains(edge.to());
    boolean told =
        plain
            ? edge.kind().family() != Family.OTHER
            : shown.contains(edge.to()) && edge.kind().family() == Family.REQUIREMENT;
    if (told && (plain || !Usual.is(edge))) {
      pairs.add(edge, from, to);
    } else {
      across++;
    }
  }

  private void followCritical() {
    for (int i = 1; i < wish.critical().size(); i++) {
      String later = wish.critical().get(i);
      String earlier = wish.critical().get(i - 1);
      if (shown.contains(later) && shown.contains(earlier)) {
        pairs.critical(later, earlier);
      }
    }
  }

  private Box box(String unit) {
    var folded = members.getOrDefault(unit, new TreeSet<>());
    var lines = new ArrayList<String>();
    if (!folded.isEmpty()) {
      lines.addAll(lines(folded));
    }
    if (absent.containsKey(unit)) {
      lines.add(Counted.of(absent.get(unit), "unit") + " missing or masked");
    }
    var all =
        homes().entrySet().stream().filter(e -> e.getValue().equals(unit)).map(Map.Entry::getKey);
    var box = boxes.of(unit, lines).marked(boxes.mark(all.toList()));
    if (folded.isEmpty()) {
      return box;
    }
    var tip = new ArrayList<String>(List.of(box.tip().split("\n")[0]));
    folded.stream().limit(MOST_TIP).forEach(tip::add);
    if (folded.size() > MOST_TIP) {
      tip.add("and " + (folded.size() - MOST_TIP) + " more");
    }
    return box.told(String.join("\n", tip));
  }

  /** How many of which type, then as many names as there is room for. */
  private List<String> lines(SortedSet<String> folded) {
    var types = folded.stream().map(u -> graph.units().get(u).name().type()).toList();
    var lines =
        new ArrayList<>(
            wrapped(
                "+"
                    + Counted.types(types)
                        .replace(", ", ",\n")
                        .replace(' ', NARROW)
                        .replace('\n', ' ')));
    int counts = lines.size();
    var line = new StringBuilder();
    int left = folded.size();
    for (String unit : folded) {
      String name = Lettering.PLAIN.fit(unit, Extent.SMALL, WIDE - 30);
      String more = line.isEmpty() ? name : line + ", " + name;
      if (!line.isEmpty() && Lettering.PLAIN.width(more + ", …", Extent.SMALL) > WIDE) {
        boolean last = lines.size() - counts == MOST_LINES - 1;
        lines.add(line + (last ? ", …" : ","));
        line.setLength(0);
        if (last) {
          break;
        }
        more = name;
      }
      line.setLength(0);
      line.append(more);
      left--;
    }
    if (left == 0 || !line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> wrapped(String text) {
    var lines = new ArrayList<String>();
    for (String line : Lettering.PLAIN.wrap(text, Extent.SMALL, WIDE)) {
      lines.add(line.replace(NARROW, ' '));
    }
    return lines;
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    int known = graph.units().size();
    int rest =
        known
            - shown.size()
            - members.values().stream().mapToInt(Set::size).sum()
            - absent.values().stream().mapToInt(i -> i).sum();
    if (rest > 0) {
      notes.add(Counted.of(rest, "unit") + " not drawn that nothing here starts");
    }
    if (missing > 0) {
      notes.add(Counted.of(missing, "more unit") + " in trouble not drawn");
    }
    if (pairs.implied() > 0) {
      notes.add(Counted.of(pairs.implied(), "implied ordering") + " hidden");
    }
    if (inside > 0) {
      notes.add(Counted.of(inside, "edge") + " inside the boxes");
    }
    if (across > 0) {
      notes.add(Counted.of(across, "edge") + " between folded units hidden");
    }
    notes.add(
        wish.inset()
            ? "a click on a box shows more"
            : "--around UNIT, --from, --to, --critical, --cycles or --fold edges show more");
    return notes;
  }
}
