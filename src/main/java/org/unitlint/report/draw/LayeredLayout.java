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
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
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
    if (placed.width() <= SCREEN_WIDTH || diagram.boxes().size() > FEW) {
      return placed;
    }
    var other = of(diagram, true);
    return excess(other) < excess(placed) ? other : placed;
  }

  /** By how much it is larger than a screen. */
  private static double excess(Placed placed) {
    return Math.max(placed.width() / SCREEN_WIDTH, placed.height() / SCREEN_HEIGHT);
  }

  private static Placed of(Diagram diagram, boolean down) {
    var layout = new LayeredLayout(diagram, down);
    layout.build(down ? ROW_MOST : COLUMN_MOST);
    new LayeredLayoutProvider().layout(layout.root, new NullElkProgressMonitor());
    return layout.placed();
  }

  private void build(int most) {
    options(root);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    boolean framed = !diagram.groups().isEmpty();
    if (framed) {
      root.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
    }
    for (Group group : diagram.groups()) {
      var node = ElkGraphUtil.createNode(root);
      options(node);
      node.setProperty(LayeredOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
      node.setProperty(LayeredOptions.PADDING, new ElkPadding(GROUP_TOP, 12, 12, 12));
      groups.put(group.id(), node);
    }
    var layers = Layers.of(diagram, most);
    arrange(layers);
    for (Box box : diagram.boxes()) {
      var node = ElkGraphUtil.createNode(groups.getOrDefault(box.group(), root));
      node.setDimensions(Extent.width(box), Extent.height(box));
      double at = layers.get(box.id()) * COLUMN;
      node.setLocation(down ? 0 : at, down ? at : 0);
      node.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_SIDE);
      node.setProperty(LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.noneOf(SizeConstraint.class));
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

  /** Frames stand where their first box would. */
  private void arrange(Map<String, Integer> layers) {
    for (Group group : diagram.groups()) {
      int first =
          diagram.boxes().stream()
              .filter(b -> b.group().equals(group.id()))
              .mapToInt(b -> layers.get(b.id()))
              .min()
              .orElse(0);
      groups.get(group.id()).setLocation(down ? 0 : first * COLUMN, down ? first * COLUMN : 0);
    }
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
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, sparse ? 56.0 : 28.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, sparse ? 14.0 : 7.0);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, sparse ? 16.0 : 8.0);
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
    nodes.forEach((id, node) -> boxes.put(id, area(node)));
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
