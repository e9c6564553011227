package org.unitlint.report.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.unitlint.graph.Reduction;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;

/** Draws arrows from frame to frame that lead from boxes of one to boxes of the other. */
final class FrameArrows {
  private static final int MOST_LINES = 12;

  private record Ends(String from, String to, Stress stress) {}

  private static final Comparator<Ends> BY_NAME =
      Comparator.comparing(Ends::from).thenComparing(Ends::to).thenComparing(Ends::stress);

  private static final Comparator<Arrow> BY_ENDS =
      Comparator.comparing(Arrow::from).thenComparing(Arrow::to).thenComparing(Arrow::stress);

  private final Diagram diagram;
  private final Map<String, String> frames = new HashMap<>();
  private final List<Arrow> arrows = new ArrayList<>();
  private final Map<Ends, List<Arrow>> between = new TreeMap<>(BY_NAME);
  private final Map<String, SortedSet<String>> next = new TreeMap<>();
  private int merged;

  private FrameArrows(Diagram diagram) {
    this.diagram = diagram;
    var groups = diagram.groups().stream().map(Group::id).toList();
    for (Box box : diagram.boxes()) {
      frames.put(box.id(), groups.contains(box.group()) ? box.group() : box.id());
    }
  }

  /** The diagram with such arrows; a note says how many they stand for. */
  static Diagram of(Diagram diagram) {
    return new FrameArrows(diagram).diagram();
  }

  private Diagram diagram() {
    order();
    for (Arrow arrow : diagram.arrows()) {
      var ends = new Ends(frames.get(arrow.from()), frames.get(arrow.to()), arrow.stress());
      if (ends.from.equals(ends.to)) {
        arrows.add(arrow);
      } else {
        between.computeIfAbsent(ends, e -> new ArrayList<>()).add(arrow);
      }
    }
    var merging = new ArrayList<Arrow>();
    between.entrySet().stream()
        .sorted(Comparator.comparing(e -> -e.getValue().size()))
        .forEach(e -> merging.add(one(e.getKey(), e.getValue())));
    merging.sort(BY_ENDS);
    var redundant = redundant(merging);
    merging.stream().filter(a -> !redundant.contains(a)).forEach(arrows::add);
    merged = between.values().stream().mapToInt(List::size).sum();
    return new Diagram(
        diagram.title(),
        diagram.subtitle(),
        diagram.inset(),
        diagram.boxes(),
        arrows,
        diagram.groups(),
        before(),
        diagram.homes(),
        notes(merging.size() - redundant.size(), redundant.size()));
  }

  private List<String> notes(int drawn, int left) {
    if (merged == 0) {
      return diagram.notes();
    }
    var notes = new ArrayList<String>();
    notes.add(
        Counted.of(merged, "arrow")
            + " between units of different frames drawn as "
            + drawn
            + " from frame to frame"
            + (left > 0 ? ", " + left + " that follow from others hidden" : ""));
    notes.addAll(diagram.notes());
    return notes;
  }

  /** What most arrows say of two frames settles their order. */
  private Arrow one(Ends ends, List<Arrow> all) {
    var bond = all.stream().map(Arrow::bond).sorted().findFirst().orElseThrow();
    boolean ahead = comesFirst(ends.from, ends.to);
    boolean behind =
        comesFirst(ends.to, ends.from)
            || !ahead && all.stream().anyMatch(a -> a.order() == Order.BEHIND);
    ahead |= all.stream().anyMatch(a -> a.order() == Order.AHEAD);
    var order = behind ? Order.BEHIND : ahead ? Order.AHEAD : Order.NONE;
    if (bond != Bond.CONFLICTS) {
      boolean turn = order == Order.AHEAD;
      put(turn ? ends.from : ends.to, turn ? ends.to : ends.from);
    }
    return new Arrow(ends.from, ends.to, bond, order, ends.stress, tip(all));
  }

  private static String tip(List<Arrow> arrows) {
    var lines = new LinkedHashSet<String>();
    arrows.forEach(a -> a.tip().lines().forEach(lines::add));
    if (lines.size() <= MOST_LINES) {
      return String.join("\n", lines);
    }
    return lines.stream().limit(MOST_LINES - 1).collect(Collectors.joining("\n"))
        + "\nand "
        + (lines.size() - MOST_LINES + 1)
        + " more";
  }

  /** Waiting of frames that follows from other waiting. */
  private static Set<Arrow> redundant(List<Arrow> arrows) {
    var ordered = arrows.stream().filter(a -> a.order() != Order.NONE).toList();
    var numbers = new HashMap<String, Integer>();
    int[] later = new int[ordered.size()];
    int[] earlier = new int[ordered.size()];
    for (int i = 0; i < later.length; i++) {
      later[i] = numbers.computeIfAbsent(ordered.get(i).second(), f -> numbers.size());
      earlier[i] = numbers.computeIfAbsent(ordered.get(i).first(), f -> numbers.size());
    }
    var redundant = new HashSet<Arrow>();
    Reduction.redundant(numbers.size(), later, earlier).stream()
        .mapToObj(ordered::get)
        .filter(a -> a.bond() == Bond.WAITS && a.stress() == Stress.NONE)
        .forEach(redundant::add);
    return redundant;
  }

  private List<Diagram.Pair> before() {
    var pairs = new LinkedHashSet<Diagram.Pair>();
    for (Diagram.Pair pair : diagram.before()) {
      if (frames.get(pair.first()).equals(frames.get(pair.second()))) {
        pairs.add(pair);
      }
    }
    next.forEach((first, all) -> all.forEach(s -> pairs.add(new Diagram.Pair(first, s))));
    return List.copyOf(pairs);
  }

  /** The order of the units that the frames are named after is that of the frames. */
  private void order() {
    diagram.before().forEach(p -> order(p.first(), p.second()));
    diagram.arrows().stream()
        .filter(a -> a.order() != Order.NONE)
        .forEach(a -> order(a.first(), a.second()));
  }

  private void order(String first, String second) {
    if (isLead(first) && isLead(second) && !first.equals(second)) {
      put(frames.get(first), frames.get(second));
    }
  }

  private void put(String first, String second) {
    if (!comesFirst(second, first)) {
      next.computeIfAbsent(first, f -> new TreeSet<>()).add(second);
    }
  }

  private boolean isLead(String box) {
    return frames.get(box).equals(Group.id(box)) || frames.get(box).equals(box);
  }

  /** Whether one frame comes before the other, if need be over others. */
  private boolean comesFirst(String first, String second) {
    var seen = new HashSet<String>(Set.of(first));
    var queue = new ArrayDeque<String>(seen);
    while (!queue.isEmpty()) {
      for (String later : next.getOrDefault(queue.remove(), new TreeSet<>())) {
        if (later.equals(second)) {
          return true;
        }
        if (seen.add(later)) {
          queue.add(later);
        }
      }
    }
    return false;
  }
}
