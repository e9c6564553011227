package org.unitlint.report.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CrossingMinimizationStrategy;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.draw.Placed.Point;

/** Places a diagram with the layered algorithm of the Eclipse Layout Kernel. */
final class LayeredLayout {
  /** Wider than any column, so that columns stay apart. */
  private static final double COLUMN = 10_000;

  private static final double MARGIN = 8;
  private static final double GROUP_TOP = 26;
  private static final int SEED = 1;

  /** What fits a screen. */
  private static final double SCREEN_WIDTH = 1700;

  private static final double SCREEN_HEIGHT = 1100;

  /** How many boxes stand above each other, and how many beside each other. */
  private static final int COLUMN_MOST = 22;

  private static final int ROW_MOST = 9;

  /** Larger diagrams are not placed twice. */
  private static final int FEW = 100;

  /** More are placed faster, though not as close. */
  private static final int MANY = 150;

  /** With fewer boxes there is more room between them. */
  private static final int SPARSE = 25;

  private final Diagram diagram;
  private final ElkNode root = ElkGraphUtil.createGraph();
  private final Map<String, ElkNode> groups = new TreeMap<>();
  private final Map<String, ElkNode> nodes = new TreeMap<>();
  private final Map<String, ElkPort> ports = new HashMap<>();
  private final List<ElkEdge> edges = new ArrayList<>();

  private final boolean down;

  private LayeredLayout(Diagram diagram, boolean down) {
    this.diagram = diagram;
    this.down = down;
  }

  /**
   * Where everything is: what starts first is at the left, or at the top where the diagram would be
   * too wide otherwise.
   */
  static Placed of(Diagram diagram) {
    LayoutMetaDataService.initElkReflect();
    var placed = of(diagram, false);
    boolean large = diagram.groups().isEmpty() && diagram.boxes().size() > FEW;
    if (placed.width() <= SCREEN_WIDTH || large) {
      return placed;
    }
    var other = of(diagram, true);
    boolean framed = !diagram.groups().isEmpty();
    boolean better = framed ? area(other) < area(placed) : excess(other) < excess(placed);
    return better ? other : placed;
  }

  private static double area(Placed placed) {
    return placed.width() * placed.height();
  }

  /** By how much it is larger than a screen. */
  private static double excess(Placed placed) {
    return Math.max(placed.width() / SCREEN_WIDTH, placed.height() / SCREEN_HEIGHT);
  }

  private static Placed of(Diagram diagram, boolean down) {
    var layout = new LayeredLayout(diagram, down);
    layout.build(down ? ROW_MOST : COLUMN_MOST);
    for (ElkNode group : layout.groups.values()) {
      place(group);
    }
    place(layout.root);
    return layout.placed();
  }

  private static void place(ElkNode graph) {
    new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());
  }

  /** The frames first, each by itself, then how they stand to each other. */
  private void build(int most) {
    options(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    for (Group group : diagram.groups()) {
      var node = ElkGraphUtil.createNode(root);
      options(node);
      node.setProperty(LayeredOptions.PADDING, new ElkPadding(GROUP_TOP, 12, 12, 12));
      node.setProperty(LayeredOptions.ASPECT_RATIO, down ? 2.2 : 0.7);
      groups.put(group.id(), node);
      nodes.put(group.id(), node);
    }
    var layers = layers(most);
    groups.forEach((id, node) -> stand(node, layers.get(id)));
    for (Box box : diagram.boxes()) {
      var node = ElkGraphUtil.createNode(groups.getOrDefault(box.group(), root));
      node.setDimensions(Extent.width(box), Extent.height(box));
      stand(node, layers.get(box.id()));
      node.setProperty(
          LayeredOptions.NODE_SIZE_CONSTRAINTS,
          EnumSet.of(SizeConstraint.PORTS, SizeConstraint.MINIMUM_SIZE));
      node.setProperty(
          LayeredOptions.NODE_SIZE_MINIMUM, new KVector(Extent.width(box), Extent.height(box)));
      nodes.put(box.id(), node);
    }
    for (Arrow arrow : diagram.arrows()) {
      boolean turn = layers.get(arrow.first()) > layers.get(arrow.second());
      String left = turn ? arrow.second() : arrow.first();
      String right = turn ? arrow.first() : arrow.second();
      var edge =
          ElkGraphUtil.createSimpleEdge(
              port(left, down ? PortSide.SOUTH : PortSide.EAST, arrow),
              port(right, down ? PortSide.NORTH : PortSide.WEST, arrow));
      if (arrow.stress() != Arrow.Stress.NONE) {
        edge.setProperty(LayeredOptions.PRIORITY_STRAIGHTNESS, 10);
      }
      edges.add(edge);
    }
  }

  private void stand(ElkNode node, int layer) {
    double at = layer * COLUMN;
    node.setLocation(down ? 0 : at, down ? at : 0);
    node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
  }

  /** The layer of each box in its frame, and of each frame. */
  private Map<String, Integer> layers(int most) {
    var inside = new TreeMap<String, List<String>>();
    var frames = new HashMap<String, String>();
    for (Box box : diagram.boxes()) {
      String frame = groups.containsKey(box.group()) ? box.group() : "";
      frames.put(box.id(), frame);
      inside.computeIfAbsent(frame, f -> new ArrayList<>()).add(box.id());
    }
    for (String group : groups.keySet()) {
      frames.put(group, "");
      inside.computeIfAbsent("", f -> new ArrayList<>()).add(group);
    }
    var layers = new HashMap<String, Integer>();
    inside.forEach(
        (frame, ids) ->
            layers.putAll(
                Layers.of(
                    ids,
                    diagram.arrows().stream()
                        .filter(a -> frames.get(a.from()).equals(frame))
                        .toList(),
                    diagram.before().stream()
                        .filter(p -> frames.get(p.first()).equals(frame))
                        .toList(),
                    most)));
    return layers;
  }

  private void options(ElkNode graph) {
    boolean sparse = diagram.boxes().size() < SPARSE;
    boolean few = diagram.boxes().size() <= MANY;
    graph.setProperty(LayeredOptions.DIRECTION, down ? Direction.DOWN : Direction.RIGHT);
    graph.setProperty(LayeredOptions.RANDOM_SEED, SEED);
    graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
    graph.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.INTERACTIVE);
    graph.setProperty(
        LayeredOptions.CROSSING_MINIMIZATION_STRATEGY, CrossingMinimizationStrategy.LAYER_SWEEP);
    graph.setProperty(
        LayeredOptions.NODE_PLACEMENT_STRATEGY,
        few ? NodePlacementStrategy.NETWORK_SIMPLEX : NodePlacementStrategy.BRANDES_KOEPF);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE, sparse ? 32.0 : 12.0);
    boolean cut = diagram.arrows().stream().anyMatch(a -> a.stress() == Arrow.Stress.CUT);
    graph.setProperty(
        LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, cut ? 88.0 : sparse ? 56.0 : 28.0);
    graph.setProperty(LayeredOptions.SPACING_PORT_PORT, 10.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, cut ? 20.0 : sparse ? 14.0 : 7.0);
    graph.setProperty(
        LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, cut ? 22.0 : sparse ? 16.0 : 8.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 9.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, 14.0);
    graph.setProperty(LayeredOptions.ASPECT_RATIO, 1.6);
  }

  /** Arrows of one kind leave a box at one place. */
  private ElkPort port(String box, PortSide side, Arrow arrow) {
    boolean head = box.equals(arrow.to());
    String key =
        String.join("\0", box, side.name(), arrow.bond().name(), arrow.stress().name(), "" + head);
    return ports.computeIfAbsent(
        key,
        k -> {
          var port = ElkGraphUtil.createPort(nodes.get(box));
          port.setProperty(LayeredOptions.PORT_SIDE, side);
          return port;
        });
  }

  private Placed placed() {
    var boxes = new TreeMap<String, Area>();
    diagram.boxes().forEach(b -> boxes.put(b.id(), area(nodes.get(b.id()))));
    var frames = new TreeMap<String, Area>();
    groups.forEach((id, node) -> frames.put(id, area(node)));
    var lines = new ArrayList<List<Point>>();
    for (int i = 0; i < edges.size(); i++) {
      lines.add(line(edges.get(i), diagram.arrows().get(i)));
    }
    return new Placed(root.getWidth(), root.getHeight(), down, boxes, frames, lines);
  }

  private static Area area(ElkNode node) {
    double x = node.getX();
    double y = node.getY();
    for (ElkNode at = node.getParent(); at != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    return new Area(x, y, node.getWidth(), node.getHeight());
  }

  /** The corners of the line, from the unit that depends to the other. */
  private List<Point> line(ElkEdge edge, Arrow arrow) {
    var points = new ArrayList<Point>();
    double x = 0;
    double y = 0;
    for (ElkNode at = edge.getContainingNode(); at != null; at = at.getParent()) {
      x += at.getX();
      y += at.getY();
    }
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(x + section.getStartX(), y + section.getStartY()));
      for (var bend : section.getBendPoints()) {
        points.add(new Point(x + bend.getX(), y + bend.getY()));
      }
      points.add(new Point(x + section.getEndX(), y + section.getEndY()));
    }
    var start = ((ElkPort) edge.getSources().get(0)).getParent();
    if (start != nodes.get(arrow.from())) {
      Collections.reverse(points);
    }
    return points;
  }
}
