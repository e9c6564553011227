package org.unitlint.report.draw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.unitlint.catalog.UnitType;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.draw.Placed.Point;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Markup;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;

/** Draws a diagram that has found its place, with a title above and a legend below. */
final class DiagramSvg {
  private static final double MARGIN = 20;
  private static final double TITLE = 17;
  private static final double TEXT = 12;
  private static final double HEAD = 62;
  private static final double NARROWEST = 720;

  /** As narrow as a part of a page may be. */
  private static final double NARROW = 440;

  private final Diagram diagram;
  private final Placed placed;
  private final Svg svg;

  private DiagramSvg(Diagram diagram, Placed placed, Svg svg) {
    this.diagram = diagram;
    this.placed = placed;
    this.svg = svg;
  }

  /**
   * Writes the picture.
   *
   * @param styled whether it brings the theme along
   */
  static void write(Diagram diagram, Placed placed, Markup markup, boolean styled)
      throws IOException {
    double inner = Math.max(placed.width(), diagram.inset() ? NARROW : NARROWEST);
    double head = diagram.inset() ? MARGIN / 2 : HEAD;
    var legend = Legend.of(diagram, inner);
    double width = Math.ceil(inner + 2 * MARGIN);
    double height = Math.ceil(head + placed.height() + 14 + legend.height() + MARGIN);
    String about = String.join(". ", diagram.notes());
    var svg = Svg.begin(markup, width, height, diagram.title(), about, styled);
    var drawn = new DiagramSvg(diagram, placed.moved((width - placed.width()) / 2, head), svg);
    if (!diagram.inset()) {
      drawn.heading(width - 2 * MARGIN);
    }
    drawn.draw();
    double below = head + placed.height() + 14;
    svg.line(MARGIN, below - 6, width - MARGIN, below - 6, "line-grid thin").end();
    legend.draw(svg, MARGIN, below);
    svg.finish();
  }

  private void heading(double room) throws IOException {
    String title = Lettering.BOLD.fit(diagram.title(), TITLE, room);
    svg.text(MARGIN, 30, TITLE, Anchor.START, "ink bold", title);
    String subtitle =
        diagram.subtitle() + "; what starts first is at the " + (placed.down() ? "top" : "left");
    svg.text(MARGIN, 49, TEXT, Anchor.START, "muted", Lettering.PLAIN.fit(subtitle, TEXT, room));
  }

  private void draw() throws IOException {
    for (Group group : diagram.groups()) {
      frame(group, placed.groups().get(group.id()));
    }
    var order =
        IntStream.range(0, diagram.arrows().size())
            .boxed()
            .sorted(Comparator.comparing(this::weight))
            .toList();
    var strokes = new Strokes(svg);
    for (int i : order) {
      if (diagram.arrows().get(i).stress() == Stress.NONE) {
        strokes.draw(diagram.arrows().get(i), line(i));
      }
    }
    for (int i : order) {
      strokes.clear(diagram.arrows().get(i), line(i));
    }
    for (int i : order) {
      if (diagram.arrows().get(i).stress() != Stress.NONE) {
        strokes.draw(diagram.arrows().get(i), line(i));
      }
    }
    for (Box box : diagram.boxes()) {
      box(box, placed.boxes().get(box.id()));
    }
    for (Map.Entry<Integer, Point> mark : CutMarks.of(diagram, placed).entrySet()) {
      cut(diagram.arrows().get(mark.getKey()), mark.getValue());
    }
  }

  /** What matters more is drawn later, on top. */
  private int weight(int arrow) {
    var it = diagram.arrows().get(arrow);
    return it.stress().ordinal() * Bond.values().length
        + (Bond.values().length - it.bond().ordinal());
  }

  /** The line as far as the outlines of its boxes. */
  private List<Point> line(int index) {
    var arrow = diagram.arrows().get(index);
    var points = new ArrayList<>(placed.arrows().get(index));
    points.set(0, touch(arrow.from(), points.get(0)));
    points.set(points.size() - 1, touch(arrow.to(), points.get(points.size() - 1)));
    return points;
  }

  private Point touch(String id, Point at) {
    var area = placed.boxes().getOrDefault(id, placed.groups().get(id));
    if (at.x() > area.x() + 0.5 && at.x() < area.right() - 0.5) {
      return at;
    }
    var type = type(id);
    boolean left = at.x() < area.x() + area.width() / 2;
    double inset = Shapes.inset(type, area, at.y(), left);
    return new Point(at.x() + (left ? inset : -inset), at.y());
  }

  /** That of a box; frames have straight sides. */
  private UnitType type(String id) {
    return diagram.boxes().stream()
        .filter(b -> b.id().equals(id))
        .findFirst()
        .map(Box::type)
        .orElse(UnitType.SERVICE);
  }

  private void frame(Group group, Area area) throws IOException {
    svg.rect(area.x(), area.y(), area.width(), area.height(), "panel line-grid")
        .set("rx", 6)
        .set("stroke-width", 1.2)
        .tip(group.label());
    String label = Lettering.BOLD.fit(group.label(), 11, area.width() - 20);
    svg.text(area.x() + 10, area.y() + 16, 11, Anchor.START, "muted bold", label);
  }

  private void box(Box box, Area area) throws IOException {
    var group = box.link().isEmpty() ? svg.group("unit") : svg.link(box.link());
    group.set("data-unit", box.id()).tip(box.tip());
    Frames.draw(svg, box, area);
    double middle = area.x() + area.width() / 2;
    double top = area.y() + (area.height() - Extent.height(box)) / 2;
    double left = middle;
    if (box.mark().isPresent()) {
      double room = Badge.area(box.mark().get(), inner(box, area)).x() - Extent.GAP;
      double half = Extent.lettering(box).width(Extent.name(box), Extent.NAME) / 2;
      left = Math.min(middle, room - half);
    }
    boolean dim = box.state() == State.MISSING || box.state() == State.MASKED;
    String ink = (dim ? "muted" : "ink") + (Extent.isStrong(box) ? " bold" : "");
    svg.text(left, top + 17, Extent.NAME, Anchor.MIDDLE, ink, Extent.name(box));
    double y = top + 31;
    for (String line : box.lines()) {
      svg.text(middle, y, Extent.SMALL, Anchor.MIDDLE, "muted", Extent.line(line));
      y += Extent.LINE;
    }
    svg.close();
    if (box.mark().isPresent()) {
      badge(box, box.mark().get(), area);
    }
  }

  /** The part of a box that its text needs, where arrows made it larger. */
  private static Area inner(Box box, Area area) {
    double height = Extent.height(box);
    return new Area(area.x(), area.y() + (area.height() - height) / 2, area.width(), height);
  }

  /** It leads elsewhere than its box does. */
  private void badge(Box box, Marked mark, Area area) throws IOException {
    var group = mark.link().isEmpty() ? svg.group("badge") : svg.link(mark.link());
    group.set("data-badge", box.id()).tip(mark.tip());
    Badge.draw(svg, mark, Badge.area(mark, inner(box, area)));
    svg.close();
  }

  private void cut(Arrow arrow, Point at) throws IOException {
    svg.group("cut")
        .set("data-from", arrow.from())
        .set("data-to", arrow.to())
        .tip("best taken away: " + arrow.tip());
    svg.circle(at.x(), at.y(), CutMarks.RADIUS, "paper line-bad").set("stroke-width", 1.8).end();
    for (int side : new int[] {1, -1}) {
      svg.line(at.x() - 3.5, at.y() - 3.5 * side, at.x() + 3.5, at.y() + 3.5 * side, "line-bad")
          .set("stroke-width", 2)
          .end();
    }
    svg.close();
  }
}
