package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final int MOST_LANES = 10;

  private final List<Milestone> milestones;
  private final Scale scale;
  private final double right;
  private final List<Milestone> named;
  private final Lanes lanes;

  /**
   * @param right where the room for names ends
   */
  MilestoneBand(Chart chart, Scale scale, double right) {
    this.milestones = chart.milestones();
    this.scale = scale;
    this.right = right;
    this.named = named();
    this.lanes = lanes(named);
  }

  /** Those with names: all as long as they are few lanes, else those that matter most. */
  private List<Milestone> named() {
    if (lanes(milestones).count() <= MOST_LANES) {
      return milestones;
    }
    var named = new ArrayList<Milestone>();
    var byWeight = new ArrayList<>(milestones);
    byWeight.sort(
        Comparator.comparing((Milestone m) -> !m.anchor())
            .thenComparing(m -> !m.critical())
            .thenComparing(m -> -room(m)));
    for (Milestone milestone : byWeight) {
      var more = new ArrayList<>(named);
      more.add(milestone);
      more.sort(Comparator.comparingLong(Milestone::micros));
      if (lanes(more).count() <= MOST_LANES) {
        named = more;
      }
    }
    return named;
  }

  /** How long it takes until the next one. */
  private long room(Milestone milestone) {
    return milestones.stream()
        .mapToLong(m -> m.micros() - milestone.micros())
        .filter(micros -> micros > 0)
        .min()
        .orElse(0);
  }

  private Lanes lanes(List<Milestone> milestones) {
    return Lanes.of(
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
    svg.line(scale.left(), middle, scale.right(), middle, "line-grid").end();
    int unnamed = milestones.size() - named.size();
    double side = scale.left() - 12;
    double y = middle + 4;
    if (unnamed > 0) {
      String words = unnamed + " without name";
      svg.text(side, y, TimelineSvg.SMALL, Anchor.END, "muted", words);
      y -= LINE;
    }
    svg.text(side, y, TimelineSvg.SMALL, Anchor.END, "muted", "targets");
    for (Milestone milestone : milestones) {
      int at = named.indexOf(milestone);
      svg.group("")
          .set("data-unit", milestone.units().get(0))
          .tip(String.join("\n", milestone.tip()));
      if (at >= 0) {
        name(svg, milestone, middle - DIAMOND - 4 - lanes.of(at) * LINE, middle);
      }
      String classes = milestone.critical() ? "critical" : "fill-target";
      diamond(svg, scale.x(milestone.micros()), middle, classes).end();
      svg.close();
    }
  }

  private void name(Svg svg, Milestone milestone, double y, double middle) throws IOException {
    double x = scale.x(milestone.micros());
    String line = milestone.critical() ? "line-critical" : "line-frame";
    svg.line(x, y - LINE + 5, x, middle, line).end();
    String ink = milestone.critical() ? "critical" : "ink";
    svg.text(
        x + SIDE,
        y - 2,
        TimelineSvg.SMALL,
        Anchor.START,
        milestone.anchor() ? ink + " bold" : ink,
        label(milestone));
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
