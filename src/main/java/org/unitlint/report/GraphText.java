package org.unitlint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.graph.Subgraph;
import org.unitlint.graph.demand.Activator;

/**
 * Trees of units as {@code systemctl list-dependencies} prints them, but each unit is unfolded once
 * in a tree: behind its name elsewhere stands an ellipsis. See systemctl(1).
 */
public final class GraphText {
  /** Targets last, as systemctl sorts. */
  private static final Comparator<String> TARGETS_LAST =
      Comparator.comparing(GraphText::isTarget)
          .thenComparing(String.CASE_INSENSITIVE_ORDER)
          .thenComparing(Comparator.naturalOrder());

  /**
   * How to print them.
   *
   * @param kinds the dependencies to follow, as the unit above has them
   * @param depth how many levels below the unit at the top
   * @param everywhere whether to go on below every unit, not only below targets
   * @param plain whether to print each unit once, in a line of its own and nothing more
   * @param reasons whether to say which dependency it is, and where it is written
   */
  public record Style(
      Set<Dependency> kinds, int depth, boolean everywhere, boolean plain, boolean reasons) {}

  /** A dependency as the unit above has it. */
  private record Link(Dependency kind, Edge edge) {}

  private record Child(String unit, List<Link> links) {}

  /** What stands below one unit, and how far it is printed. */
  private static final class Branch {
    private final List<Child> children;
    private final String prefix;
    private final int levels;
    private int at;

    /** A branch whose children have so many levels below them at most. */
    Branch(List<Child> children, String prefix, int levels) {
      this.children = children;
      this.prefix = prefix;
      this.levels = levels;
    }

    boolean isDone() {
      return at == children.size();
    }

    Child next() {
      return children.get(at++);
    }

    String elbow() {
      return prefix + (isDone() ? "└─" : "├─");
    }

    String below() {
      return prefix + (isDone() ? "  " : "│ ");
    }
  }

  private final Subgraph graph;
  private final Style style;
  private final Palette palette;
  private final Writer out;
  private final Map<String, Integer> unfolded = new HashMap<>();
  private final Set<String> leaves = new HashSet<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, List<Activator>> activators = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  private GraphText(Subgraph graph, Style style, Palette palette, Writer out) {
    this.graph = graph;
    this.style = style;
    this.palette = palette;
    this.out = out;
  }

  /**
   * Writes the trees below those units, which are in the graph, by their own names.
   *
   * @param activators what is told of at the units that listen
   */
  public static void write(
      Subgraph graph,
      Collection<String> tops,
      List<Activator> activators,
      Style style,
      Palette palette,
      Writer out)
      throws IOException {
    var text = new GraphText(graph, style, palette, out);
    activators.forEach(
        a -> text.activators.computeIfAbsent(a.unit(), u -> new ArrayList<>()).add(a));
    String gap = "";
    for (String top : tops) {
      out.write(gap);
      text.tree(top);
      gap = style.plain() ? "" : "\n";
    }
  }

  private static boolean isTarget(String unit) {
    return unit.endsWith(".target");
  }

  private void tree(String top) throws IOException {
    if (!style.plain()) {
      unfolded.clear();
      told.clear();
    }
    var open = new ArrayDeque<Branch>();
    line("", new Child(top, List.of()), false);
    listeners("", top);
    unfold(top, "", style.depth(), open);
    while (!open.isEmpty()) {
      if (open.peek().isDone()) {
        open.pop();
      } else {
        next(open);
      }
    }
  }

  private void next(Deque<Branch> open) throws IOException {
    var branch = open.peek();
    var child = branch.next();
    int levels = style.everywhere() || isTarget(child.unit) ? branch.levels : 0;
    boolean again = levels > 0 && isUnfolded(child.unit, levels);
    line(branch.elbow(), child, again && !leaves.contains(child.unit));
    listeners(branch.below(), child.unit);
    unfold(child.unit, branch.below(), levels, open);
  }

  /** What the unit listens for, below its first line. */
  private void listeners(String prefix, String unit) throws IOException {
    var here = activators.getOrDefault(unit, List.of());
    if (here.isEmpty() || !told.add(unit)) {
      return;
    }
    for (String words : ActivatorWords.lines(here)) {
      var line = new StringBuilder("  ").append(prefix).append("  ");
      palette.paint(line, Ink.HINT, words);
      out.append(line).write("\n");
    }
  }

  private boolean isUnfolded(String unit, int levels) {
    return unfolded.getOrDefault(unit, 0) >= levels;
  }

  /** Opens the branch below the unit, unless it was printed already with as many levels. */
  private void unfold(String unit, String prefix, int levels, Deque<Branch> open) {
    if (isUnfolded(unit, levels)) {
      return;
    }
    unfolded.put(unit, levels);
    var children = children(unit);
    if (children.isEmpty()) {
      leaves.add(unit);
    } else {
      open.push(new Branch(children, prefix, levels - 1));
    }
  }

  private List<Child> children(String unit) {
    var byUnit = new TreeMap<String, List<Link>>(TARGETS_LAST);
    graph
        .dependencies(unit)
        .forEach(
            (kind, edges) -> {
              if (style.kinds().contains(kind)) {
                for (Edge edge : edges) {
                  byUnit
                      .computeIfAbsent(edge.other(unit), u -> new ArrayList<>())
                      .add(new Link(kind, edge));
                }
              }
            });
    return byUnit.entrySet().stream().map(e -> new Child(e.getKey(), e.getValue())).toList();
  }

  private void line(String before, Child child, boolean again) throws IOException {
    if (style.plain()) {
      if (listed.add(child.unit)) {
        out.write(child.unit + "\n");
      }
      return;
    }
    var mark = UnitMark.of(graph, child.unit);
    var line = new StringBuilder();
    boolean top = before.isEmpty();
    if (!top || !mark.sign().isBlank()) {
      palette.paint(line, mark.ink(), mark.sign());
      line.append(' ').append(before);
    }
    palette.paint(line, isTarget(child.unit) ? Ink.STRONG : Ink.NONE, child.unit);
    if (!mark.word().isEmpty()) {
      palette.paint(line.append(' '), mark.ink(), "(" + mark.word() + ")");
    }
    line.append(again ? " …" : "");
    if (style.reasons() && !child.links.isEmpty()) {
      palette.paint(line.append("  "), Ink.HINT, reasons(child));
    }
    out.append(line).write("\n");
  }

  private String reasons(Child child) {
    return child.links.stream()
        .map(l -> l.kind.word() + ": " + reason(l.edge.reason()))
        .collect(Collectors.joining("; "));
  }

  private String reason(Reason reason) {
    String rule = reason.addition().map(Addition::text).orElse("");
    if (reason.path().isEmpty()) {
      return rule;
    }
    String file = Cells.clean(GraphPaths.shown(graph.graph().machine(), reason.path()));
    String line = reason.isBareLink() ? "" : reason.place().map(p -> ":" + p.line()).orElse("");
    return (rule.isEmpty() ? "" : rule + ", ") + file + line;
  }
}
