package org.unitlint.report;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.unitlint.boot.Standby;
import org.unitlint.boot.Standby.Response;
import org.unitlint.graph.demand.Activator.Kind;

/** What a boot leaves behind, for people: what runs, and how long the first client waits. */
final class StandbyText {
  private static final int MOST = 8;
  private static final int WIDEST = 45;

  private final Standby standby;
  private final BootText.Style style;
  private final Palette palette;
  private final Prose prose;

  StandbyText(Standby standby, BootText.Style style, Palette palette, Prose prose) {
    this.standby = standby;
    this.style = style;
    this.palette = palette;
    this.prose = prose;
  }

  /** How long the client waits, what is started, and what is asked for. */
  private record Line(String waits, String starts, String by) {}

  void write() {
    clients();
    prose.gap();
    others(Kind.TIMER, "Started by the clock:");
    others(Kind.PATH, "Started when a path changes:");
  }

  private void clients() {
    var clients =
        standby.responses().stream()
            .filter(r -> r.activator().kind().hasClients())
            .sorted(Comparator.comparing(StandbyText::rank).reversed())
            .toList();
    if (clients.isEmpty()) {
      return;
    }
    prose
        .gap()
        .paragraph(
            0,
            "Resident from boot: "
                + BootText.count(standby.resident().size(), "service")
                + ". Standing by: "
                + BootText.count(clients.size(), "listener")
                + "; the first client of "
                + (clients.size() == 1 ? "it waits:" : "each waits:"));
    int shown = style.all() || clients.size() <= MOST + 1 ? clients.size() : MOST;
    table(clients.stream().limit(shown).map(StandbyText::line).toList());
    if (shown < clients.size()) {
      prose.line("  and " + (clients.size() - shown) + " more, none slower; --all shows them");
    }
  }

  /** What never answers comes first. */
  private static long rank(Response response) {
    return response.problem().isPresent() ? Long.MAX_VALUE : response.micros();
  }

  private static Line line(Response response) {
    var activator = response.activator();
    if (response.problem().isPresent()) {
      String why = ": " + response.problem().get();
      return new Line(
          "never", ActivatorWords.starts(activator), ActivatorWords.by(activator) + why);
    }
    String wait = response.micros() == 0 ? "at once" : Spans.of(response.micros());
    return new Line(wait, ActivatorWords.starts(activator), ActivatorWords.by(activator));
  }

  private void table(List<Line> lines) {
    int waits = widest(lines, Line::waits);
    int starts =
        widest(lines.stream().filter(l -> Cells.width(l.starts) <= WIDEST).toList(), Line::starts);
    for (Line line : lines) {
      var text = new StringBuilder("  ").append(" ".repeat(waits - Cells.width(line.waits)));
      text.append(line.waits).append("  ").append(line.starts);
      int room = starts - Cells.width(line.starts);
      if (room < 0
          || Cells.width(text.toString()) + room + 2 + Cells.width(line.by) > style.width()) {
        prose.line(text.toString());
        text = new StringBuilder(" ".repeat(2 + waits + 2 + 2));
      } else {
        text.append(" ".repeat(room + 2));
      }
      palette.paint(text, Ink.HINT, line.by);
      prose.line(text.toString());
    }
  }

  private static int widest(List<Line> lines, Function<Line, String> column) {
    return lines.stream().map(column).mapToInt(Cells::width).max().orElse(0);
  }

  /** What nobody waits for. */
  private void others(Kind kind, String label) {
    var names =
        standby.responses().stream()
            .map(Response::activator)
            .filter(a -> a.kind() == kind)
            .map(a -> a.target().name())
            .distinct()
            .toList();
    if (!names.isEmpty()) {
      prose.paragraph(0, label + " " + BootText.list(names) + ".");
    }
  }
}
