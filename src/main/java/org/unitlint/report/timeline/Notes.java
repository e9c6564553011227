package org.unitlint.report.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;
import org.unitlint.report.timeline.Chart.Listing;

/** What is not a bar: what did not start, and what all rests on. */
final class Notes implements Section {
  private static final double SIZE = 11;
  private static final double LINE = 15;
  private static final double BASE = 4;
  private static final double GAP = 6;
  private static final double LABEL_GAP = 8;

  /** A listing has at most so many lines; then it says how many units are left. */
  private static final int MOST_LINES = 3;

  private final List<Line> lines = new ArrayList<>();
  private final double width;
  private double bottom;

  private record Line(double x, double y, String classes, String text, String tip) {}

  Notes(List<Listing> listings, List<String> smallPrint, double width) {
    this.width = width - 2 * TimelineSvg.MARGIN;
    double indent =
        listings.stream().mapToDouble(l -> Lettering.BOLD.width(label(l), SIZE)).max().orElse(0);
    listings.forEach(l -> listing(l, indent + LABEL_GAP));
    for (String small : smallPrint) {
      for (String text : Lettering.PLAIN.wrap(small, SIZE, this.width)) {
        add(0, "muted", text);
        bottom += LINE;
      }
      bottom += GAP / 2;
    }
  }

  private void add(double x, String classes, String text) {
    lines.add(new Line(TimelineSvg.MARGIN + x, bottom + LINE - BASE, classes, text, ""));
  }

  private static String label(Listing listing) {
    return listing.label() + " (" + listing.units().size() + "):";
  }

  private void listing(Listing listing, double indent) {
    add(0, listing.bad() ? "bad bold" : "ink bold", label(listing));
    for (String text : wrapped(listing.units(), width - indent)) {
      add(indent, "ink", text);
      bottom += LINE;
    }
    bottom += GAP;
  }

  /** The names in few lines; no line is broken within one. */
  private static List<String> wrapped(List<String> units, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    double room = width - Lettering.PLAIN.width(" and 9999 more", SIZE);
    for (int i = 0; i < units.size(); i++) {
      String word =
          Lettering.PLAIN.fit(units.get(i), SIZE, room) + (i + 1 < units.size() ? "," : "");
      boolean last = lines.size() == MOST_LINES - 1;
      if (line.length() > 0
          && Lettering.PLAIN.width(line + " " + word, SIZE) > (last ? room : width)) {
        if (last) {
          lines.add(line + " and " + (units.size() - i) + " more");
          return lines;
        }
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public double height() {
    return bottom;
  }

  @Override
  public void draw(Svg svg, double top) throws IOException {
    for (Line line : lines) {
      svg.text(line.x(), top + line.y(), SIZE, Anchor.START, line.classes(), line.text());
    }
  }
}
