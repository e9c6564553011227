package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.catalog.UnitType;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;

/** Makes one box of several that are tied to the same others in the same way. */
final class Folding {
  /** Fewer are not folded. */
  private static final int FEWEST = 3;

  private static final int MOST_NAMES = 6;
  private static final int MOST_TIP = 60;

  /** One end of an arrow, as the other end sees it. */
  private record Tie(String other, boolean towards, Bond bond, Order order)
      implements Comparable<Tie> {
    @Override
    public int compareTo(Tie tie) {
      return toString().compareTo(tie.toString());
    }
  }

  /** What boxes have in common that are folded into one. */
  private record Likeness(UnitType type, State state, String group, SortedSet<Tie> ties) {}

  private final Diagram diagram;

  /** The box that another is folded into. */
  private final Map<String, String> into = new TreeMap<>();

  private Folding(Diagram diagram) {
    this.diagram = diagram;
  }

  /** The diagram, folded; the notes say how many boxes went. */
  static Diagram of(Diagram diagram) {
    return new Folding(diagram).folded();
  }

  private Diagram folded() {
    var kept = new TreeMap<String, Box>();
    alike().values().stream()
        .filter(a -> a.size() >= FEWEST)
        .forEach(
            boxes -> {
              var box = one(boxes);
              boxes.forEach(b -> into.put(b.id(), box.id()));
              kept.put(box.id(), box);
            });
    diagram.boxes().stream()
        .filter(b -> !into.containsKey(b.id()))
        .forEach(b -> kept.put(b.id(), b));
    if (into.isEmpty()) {
      return diagram;
    }
    var notes = new ArrayList<>(diagram.notes());
    notes.add(0, Counted.of(into.size(), "unit") + " folded into " + boxes(kept));
    return new Diagram(
        diagram.title(),
        diagram.subtitle(),
        diagram.inset(),
        List.copyOf(kept.values()),
        arrows(),
        diagram.groups(),
        before(),
        homes(),
        notes);
  }

  private String boxes(Map<String, Box> kept) {
    long folds = kept.values().stream().filter(b -> b.state() == State.FOLDED).count();
    return Counted.of((int) folds, "box")
        + " of units that are tied alike"
        + (diagram.inset() ? "" : "; --fold edges shows each");
  }

  private Map<Likeness, List<Box>> alike() {
    var ties = new HashMap<String, SortedSet<Tie>>();
    for (Arrow arrow : diagram.arrows()) {
      tie(ties, arrow.from(), new Tie(arrow.to(), true, arrow.bond(), arrow.order()));
      tie(ties, arrow.to(), new Tie(arrow.from(), false, arrow.bond(), arrow.order()));
    }
    var stressed = new HashSet<String>();
    diagram.arrows().stream()
        .filter(a -> a.stress() != Stress.NONE)
        .forEach(a -> stressed.addAll(List.of(a.from(), a.to())));
    var alike = new LinkedHashMap<Likeness, List<Box>>();
    for (Box box : diagram.boxes()) {
      boolean plain = box.stress() == Stress.NONE && !box.asked() && !stressed.contains(box.id());
      if (plain) {
        var own = ties.getOrDefault(box.id(), new TreeSet<>());
        var likeness = new Likeness(box.type(), box.state(), box.group(), own);
        alike.computeIfAbsent(likeness, l -> new ArrayList<>()).add(box);
      }
    }
    return alike;
  }

  private static void tie(Map<String, SortedSet<Tie>> ties, String box, Tie tie) {
    ties.computeIfAbsent(box, b -> new TreeSet<>()).add(tie);
  }

  private static Box one(List<Box> boxes) {
    var first = boxes.get(0);
    var lines = new ArrayList<String>();
    boolean all = boxes.size() <= MOST_NAMES;
    boxes.stream().limit(all ? MOST_NAMES : MOST_NAMES - 1).forEach(b -> lines.add(b.name()));
    if (!all) {
      lines.add("and " + (boxes.size() - lines.size()) + " more");
    }
    var tip = new ArrayList<String>();
    boxes.stream().limit(MOST_TIP).forEach(b -> tip.add(b.name()));
    if (boxes.size() > MOST_TIP) {
      tip.add("and " + (boxes.size() - MOST_TIP) + " more");
    }
    String state = first.state() == State.LOADED ? "" : " " + first.lines().get(0);
    return new Box(
        "+" + first.id(),
        first.type(),
        "+" + Counted.of(boxes.size(), first.type().suffix()) + state,
        State.FOLDED,
        lines,
        Stress.NONE,
        false,
        String.join("\n", tip),
        first.link(),
        mark(boxes),
        first.group());
  }

  private static Optional<Marked> mark(List<Box> boxes) {
    var marks = new TreeMap<String, Marked>();
    boxes.forEach(b -> b.mark().ifPresent(m -> marks.put(b.id(), m)));
    return marks.isEmpty() ? Optional.empty() : Optional.of(Marked.of(marks));
  }

  private String home(String id) {
    return into.getOrDefault(id, id);
  }

  private List<Arrow> arrows() {
    var arrows = new ArrayList<Arrow>();
    var seen = new HashSet<String>();
    for (Arrow arrow : diagram.arrows()) {
      String from = home(arrow.from());
      String to = home(arrow.to());
      boolean same = from.equals(arrow.from()) && to.equals(arrow.to());
      if (same || seen.add(String.join("\0", from, to, arrow.bond().name()))) {
        arrows.add(new Arrow(from, to, arrow.bond(), arrow.order(), arrow.stress(), arrow.tip()));
      }
    }
    return arrows;
  }

  private SortedMap<String, String> homes() {
    var homes = new TreeMap<>(diagram.homes());
    homes.replaceAll((unit, box) -> home(box));
    return homes;
  }

  private List<Diagram.Pair> before() {
    return diagram.before().stream()
        .map(p -> new Diagram.Pair(home(p.first()), home(p.second())))
        .filter(p -> !p.first().equals(p.second()))
        .distinct()
        .toList();
  }
}
