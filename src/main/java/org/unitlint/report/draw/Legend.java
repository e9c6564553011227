package org.unitlint.report.draw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Severity;
import org.unitlint.report.draw.Arrow.Order;
import org.unitlint.report.draw.Arrow.Stress;
import org.unitlint.report.draw.Box.State;
import org.unitlint.report.draw.Placed.Area;
import org.unitlint.report.draw.Placed.Point;
import org.unitlint.report.svg.Lettering;
import org.unitlint.report.svg.Svg;
import org.unitlint.report.svg.Svg.Anchor;

/** Says what the shapes and lines of one picture mean: those that occur in it, and no others. */
final class Legend {
  private static final double ROW = 22;
  private static final double SAMPLE = 34;
  private static final double GAP = 20;
  private static final double TEXT = 11;
  private static final List<Set<UnitType>> ALIKE =
      List.of(
          Set.of(UnitType.TARGET),
          Set.of(UnitType.SERVICE),
          Set.of(UnitType.SOCKET),
          Set.of(UnitType.MOUNT, UnitType.AUTOMOUNT, UnitType.SWAP),
          Set.of(UnitType.TIMER, UnitType.PATH),
          Set.of(UnitType.DEVICE),
          Set.of(UnitType.SLICE, UnitType.SCOPE));

  private interface Sample {
    void draw(Svg svg, double x, double y) throws IOException;
  }

  private record Item(Sample sample, String text) {
    double width() {
      return SAMPLE + 8 + Lettering.PLAIN.width(text, TEXT) + GAP;
    }
  }

  private final List<List<Item>> rows = new ArrayList<>();
  private final List<String> notes;

  private Legend(List<String> notes) {
    this.notes = notes;
  }

  /** The legend of a diagram, in rows of that width. */
  static Legend of(Diagram diagram, double width) {
    var legend = new Legend(wrapped(diagram.notes(), width));
    legend.flow(boxes(diagram), width);
    legend.flow(arrows(diagram), width);
    return legend;
  }

  /** How high it is. */
  double height() {
    return ROW * rows.size() + notes.size() * 16 + 10;
  }

  private static List<Item> boxes(Diagram diagram) {
    var items = new ArrayList<Item>();
    for (Set<UnitType> types : ALIKE) {
      var used = EnumSet.copyOf(types);
      used.removeIf(t -> diagram.boxes().stream().noneMatch(b -> b.type() == t));
      if (!used.isEmpty()) {
        var type = used.iterator().next();
        String text = String.join(", ", used.stream().map(UnitType::suffix).toList());
        items.add(box(type, State.LOADED, Stress.NONE, text));
      }
    }
    add(items, diagram, b -> b.state() == State.MISSING, State.MISSING, "no such file");
    add(items, diagram, b -> b.state() == State.MASKED, State.MASKED, "masked");
    add(items, diagram, b -> b.state() == State.REFUSED, State.REFUSED, "refused by systemd");
    add(items, diagram, b -> b.state() == State.FOLDED, State.FOLDED, "several units");
    if (diagram.boxes().stream().anyMatch(b -> b.stress() == Stress.CRITICAL)) {
      items.add(box(UnitType.SERVICE, State.LOADED, Stress.CRITICAL, "holds up the boot"));
    }
    if (diagram.boxes().stream().anyMatch(b -> b.stress() == Stress.CYCLE)) {
      items.add(box(UnitType.SERVICE, State.LOADED, Stress.CYCLE, "in an ordering cycle"));
    }
    for (Severity severity : Severity.values()) {
      if (diagram.boxes().stream()
          .flatMap(b -> b.mark().stream())
          .anyMatch(m -> m.worst() == severity)) {
        items.add(badge(severity));
      }
    }
    return items;
  }

  private static Item badge(Severity severity) {
    var mark = new Marked(severity, 2, List.of(), "");
    double width = Badge.width(mark);
    return new Item(
        (svg, x, y) -> {
          double left = x + (SAMPLE - width) / 2;
          Badge.draw(svg, mark, new Area(left, y - Badge.HEIGHT / 2, width, Badge.HEIGHT));
        },
        "so many findings, the worst: " + severity.word());
  }

  private static void add(
      List<Item> items, Diagram diagram, Predicate<Box> is, State state, String text) {
    if (diagram.boxes().stream().anyMatch(is)) {
      items.add(box(UnitType.SERVICE, state, Stress.NONE, text));
    }
  }

  private static Item box(UnitType type, State state, Stress stress, String text) {
    var box = new Box("", type, "", state, List.of(), stress, false, "", "", Optional.empty(), "");
    return new Item((svg, x, y) -> Frames.draw(svg, box, new Area(x, y - 7, SAMPLE, 14)), text);
  }

  private static List<Item> arrows(Diagram diagram) {
    var items = new ArrayList<Item>();
    for (Bond bond : Bond.values()) {
      if (diagram.arrows().stream().anyMatch(a -> a.bond() == bond && a.stress() == Stress.NONE)) {
        items.add(arrow(bond, Order.BEHIND, Stress.NONE, bond.label()));
      }
    }
    if (diagram.arrows().stream()
        .anyMatch(a -> a.order() == Order.NONE && a.bond() != Bond.CONFLICTS)) {
      items.add(arrow(Bond.WANTS, Order.NONE, Stress.NONE, "hollow: neither waits for the other"));
    }
    for (Stress stress : List.of(Stress.CRITICAL, Stress.CYCLE, Stress.CUT)) {
      if (diagram.arrows().stream().anyMatch(a -> a.stress() == stress)) {
        String text =
            switch (stress) {
              case CRITICAL -> "the boot waits for this";
              case CYCLE -> "ordering cycle";
              default -> "the order to take away";
            };
        items.add(arrow(Bond.REQUIRES, Order.BEHIND, stress, text));
      }
    }
    return items;
  }

  private static Item arrow(Bond bond, Order order, Stress stress, String text) {
    var arrow = new Arrow("", "", bond, order, stress, text);
    return new Item(
        (svg, x, y) ->
            new Strokes(svg).body(arrow, List.of(new Point(x, y), new Point(x + SAMPLE, y))),
        text);
  }

  private void flow(List<Item> items, double width) {
    double x = 0;
    List<Item> row = new ArrayList<>();
    for (Item item : items) {
      if (x + item.width() > width && !row.isEmpty()) {
        rows.add(row);
        row = new ArrayList<>();
        x = 0;
      }
      row.add(item);
      x += item.width();
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
  }

  /** As many short notes in a line as there is room for; long ones have lines of their own. */
  private static List<String> wrapped(List<String> notes, double width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String note : notes) {
      String more = line.isEmpty() ? note : line + " · " + note;
      boolean isLong = Lettering.PLAIN.width(note, TEXT) > width / 2;
      if (!line.isEmpty() && (isLong || Lettering.PLAIN.width(more, TEXT) > width)) {
        lines.add(line.toString());
        more = note;
      }
      line.setLength(0);
      if (isLong) {
        lines.addAll(Lettering.PLAIN.wrap(note, TEXT, width));
      } else {
        line.append(more);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  void draw(Svg svg, double x, double y) throws IOException {
    double at = y + ROW / 2;
    for (List<Item> row : rows) {
      double next = x;
      for (Item item : row) {
        item.sample.draw(svg, next, at);
        svg.text(next + SAMPLE + 8, at + 4, TEXT, Anchor.START, "ink", item.text);
        next += item.width();
      }
      at += ROW;
    }
    at += 4;
    for (String note : notes) {
      svg.text(x, at, TEXT, Anchor.START, "muted", note);
      at += 16;
    }
  }
}
