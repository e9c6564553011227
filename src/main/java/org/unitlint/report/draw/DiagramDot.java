package org.unitlint.report.draw;

import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.LinkSource;
import guru.nidi.graphviz.model.MutableGraph;
import guru.nidi.graphviz.model.MutableNode;
import guru.nidi.graphviz.model.Serializer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unitlint.report.Cells;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;

/** A diagram in the language of Graphviz. */
final class DiagramDot {
  private static final String LINE = "\\n";

  private final Diagram diagram;
  private final MutableGraph graph = Factory.mutGraph("units").setDirected(true);
  private final Map<String, MutableGraph> frames = new HashMap<>();

  private DiagramDot(Diagram diagram) {
    this.diagram = diagram;
  }

  /** Its text, which ends with a new line. */
  static String of(Diagram diagram) {
    var dot = new DiagramDot(diagram);
    dot.build();
    return new Serializer().notValidating().serialize(dot.graph) + "\n";
  }

  private void build() {
    var words = new ArrayList<String>(List.of(diagram.title()));
    if (!diagram.subtitle().isEmpty()) {
      words.add(diagram.subtitle());
    }
    words.addAll(diagram.notes());
    graph
        .graphAttrs()
        .add("rankdir", "RL")
        .graphAttrs()
        .add("label", lines(words))
        .graphAttrs()
        .add("labelloc", "b")
        .graphAttrs()
        .add("fontname", "Helvetica");
    graph.nodeAttrs().add("fontname", "Helvetica").nodeAttrs().add("fontsize", 11);
    for (Group group : diagram.groups()) {
      var frame = Factory.mutGraph(text(group.id())).setDirected(true).setCluster(true);
      frame.graphAttrs().add("label", text(group.label())).graphAttrs().add("style", "rounded");
      frames.put(group.id(), frame);
    }
    for (Box box : diagram.boxes()) {
      frames.getOrDefault(box.group(), graph).add((LinkSource) node(box));
    }
    if (!frames.isEmpty()) {
      graph.graphAttrs().add("compound", true);
    }
    diagram.groups().forEach(g -> graph.add((LinkSource) frames.get(g.id())));
    diagram.arrows().forEach(this::arrow);
  }

  /** Text that neither ends early nor is taken for an escape. */
  private static String text(String text) {
    return Cells.clean(text).replace("\\", "\\\\");
  }

  private static String lines(List<String> lines) {
    return String.join(LINE, lines.stream().map(DiagramDot::text).toList());
  }

  private static MutableNode node(Box box) {
    var lines = new ArrayList<String>(List.of(box.name()));
    lines.addAll(box.lines());
    var node = Factory.mutNode(text(box.id())).add("label", lines(lines));
    node.add("shape", shape(box));
    String style = style(box);
    if (!style.isEmpty()) {
      node.add("style", style);
    }
    if (box.stress() != Stress.NONE) {
      node.add("color", colour(box.stress())).add("penwidth", 2);
    }
    if (box.state() == State.FOLDED) {
      node.add("peripheries", 2);
    }
    if (!box.link().isEmpty()) {
      node.add("URL", text(box.link()));
    }
    return node.add("tooltip", lines(List.of(box.tip().split("\n"))));
  }

  private static String shape(Box box) {
    return switch (box.type()) {
      case SERVICE, SLICE, SCOPE -> "box";
      case SOCKET -> "ellipse";
      case TARGET -> "hexagon";
      case TIMER, PATH -> "parallelogram";
      case MOUNT, AUTOMOUNT, SWAP -> "folder";
      case DEVICE -> "octagon";
    };
  }

  private static String style(Box box) {
    return switch (box.state()) {
      case LOADED, FOLDED -> "";
      case MISSING -> "dashed";
      case MASKED -> "dotted";
      case REFUSED -> "bold";
    };
  }

  private static String colour(Stress stress) {
    return stress == Stress.CRITICAL ? "#c8420a" : "#b00020";
  }

  private static String cluster(String frame) {
    return "cluster_" + text(frame);
  }

  /** Of a frame the box that stands for it, as arrows lead to nodes only. */
  private String box(String end) {
    if (!frames.containsKey(end)) {
      return end;
    }
    var inside = diagram.boxes().stream().filter(b -> b.group().equals(end)).map(Box::id).toList();
    return inside.contains(Group.label(end)) ? Group.label(end) : inside.get(0);
  }

  private void arrow(Arrow arrow) {
    boolean turn = arrow.order() == Arrow.Order.AHEAD;
    var link = Factory.to(Factory.mutNode(text(box(arrow.first()))));
    if (frames.containsKey(arrow.first())) {
      link = link.with("lhead", cluster(arrow.first()));
    }
    if (frames.containsKey(arrow.second())) {
      link = link.with("ltail", cluster(arrow.second()));
    }
    link = link.with("color", colour(arrow));
    String style = style(arrow);
    if (!style.isEmpty()) {
      link = link.with("style", style);
    }
    if (arrow.stress() != Stress.NONE) {
      link = link.with("penwidth", 2.5);
    }
    if (arrow.stress() == Stress.CUT) {
      link = link.with("label", "cut");
    }
    if (turn) {
      link = link.with("dir", "back");
    }
    if (arrow.bond() == Bond.CONFLICTS) {
      link = link.with("dir", "both").with("constraint", false);
      link = link.with("arrowhead", "tee").with("arrowtail", "tee");
    } else if (arrow.order() == Arrow.Order.NONE) {
      link = link.with(turn ? "arrowtail" : "arrowhead", "empty");
    }
    link = link.with("tooltip", lines(List.of(arrow.tip().split("\n"))));
    graph.add((LinkSource) Factory.mutNode(text(box(arrow.second()))).addLink(link));
  }

  private static String colour(Arrow arrow) {
    if (arrow.stress() != Stress.NONE) {
      return colour(arrow.stress());
    }
    return switch (arrow.bond()) {
      case REQUIRES -> "#1b1f24";
      case WANTS -> "#0072b2";
      case TRIGGERS -> "#b3589a";
      case FOLLOWS -> "#8a9099";
      case WAITS -> "#009e73";
      case CONFLICTS -> "#b00020";
    };
  }

  private static String style(Arrow arrow) {
    if (arrow.stress() != Stress.NONE) {
      return arrow.stress() == Stress.CUT ? "dashed" : "";
    }
    return switch (arrow.bond()) {
      case REQUIRES, WANTS -> "";
      case TRIGGERS, FOLLOWS, CONFLICTS -> "dashed";
      case WAITS -> "dotted";
    };
  }
}
