package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.List;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Outline;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Milestone;

/** The targets: a diamond when each is reached, and above it its name, none over another. */
final class MilestoneBand implements Section {
  private static final double LINE = 15;
  private static final double DIAMOND = 5.5;
  private static final double BELOW = 16;
  private static final double SIDE = 4;

  private final List<Milestone> milestones;
  private final Scale scale;
  private final double right;
  private final Lanes lanes;

  /**
   * @param right where the room for names ends
   */
  MilestoneBand(Chart chart, Scale scale, double right) {
    this.milestones = chart.milestones();
    this.scale = scale;
    this.right = right;
    this.lanes =
        Lanes.of(
            milestones.stream()
                .map(
                    m ->
                        new Lanes.Label(
                            scale.x(m.micros()),
                            SIDE + lettering(m).width(label(m), TimelineSvg.SMALL)))
                .toList());
  }

  private static Lettering lettering(Milestone milestone) {
    return milestone.anchor() ? Lettering.BOLD : Lettering.PLAIN;
  }

  /** The first name, and how many more. */
  private String label(Milestone milestone) {
    int more = milestone.units().size() - 1;
    String count = more == 0 ? "" : " +" + more;
    double room =
        right
            - scale.x(milestone.micros())
            - SIDE
            - lettering(milestone).width(count, TimelineSvg.SMALL);
    return lettering(milestone).fit(milestone.units().get(0), TimelineSvg.SMALL, room) + count;
  }

  @Override
  public double height() {
    return milestones.isEmpty() ? 0 : lanes.count() * LINE + BELOW + 2;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    if (milestones.isEmpty()) {
      return;
    }
    double middle = top + lanes.count() * LINE + DIAMOND + 4;
    svg.text(scale.left() - 12, middle + 4, TimelineSvg.SMALL, Anchor.END, "muted", "targets");
    svg.line(scale.left(), middle, scale.right(), middle, "line-grid").end();
    for (int i = 0; i < milestones.size(); i++) {
      var milestone = milestones.get(i);
      double x = scale.x(milestone.micros());
      double y = middle - DIAMOND - 4 - lanes.of(i) * LINE;
      String ink = milestone.critical() ? "critical" : "ink";
      svg.group("").tip(String.join("\n", milestone.tip()));
      svg.line(x, y - LINE + 5, x, middle, milestone.critical() ? "line-critical" : "line-frame")
          .end();
      diamond(svg, x, middle, milestone.critical() ? "critical" : "fill-target").end();
      svg.text(
          x + SIDE,
          y - 2,
          TimelineSvg.SMALL,
          Anchor.START,
          milestone.anchor() ? ink + " bold" : ink,
          label(milestone));
      svg.close();
    }
  }

  static Svg.Shape diamond(Svg svg, double x, double y, String classes) throws IOException {
    var outline =
        new Outline()
            .move(x, y - DIAMOND)
            .line(x + DIAMOND, y)
            .line(x, y + DIAMOND)
            .line(x - DIAMOND, y)
            .close();
    return svg.path(outline, classes);
  }
}
