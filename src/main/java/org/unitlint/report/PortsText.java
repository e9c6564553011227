package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Address;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Paths;

/** Who listens where, for people: a table of ports, then one of what is local. */
public final class PortsText {
  private static final String GAP = "  ";
  private static final String NOTHING = "-";

  private final PortsAnswer answer;
  private final Style style;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private PortsText(PortsAnswer answer, Style style, Palette palette) {
    this.answer = answer;
    this.style = style;
    this.palette = palette;
  }

  /**
   * How to tell it.
   *
   * @param width of the terminal, in cells; columns for which there is no room are left out
   * @param all whether what the boot does not start is shown too
   */
  public record Style(int width, boolean all) {}

  /** The tables, and what there is to say about them. */
  public static String of(PortsAnswer answer, Style style, Palette palette) {
    var text = new PortsText(answer, style, palette);
    text.write();
    return text.out.toString();
  }

  /**
   * The cells of a table, its heads first, of all columns.
   *
   * @param ports whether it is of those on ports; else of what is local
   */
  public static List<List<String>> cells(PortsAnswer answer, boolean ports) {
    var text = new PortsText(answer, new Style(Integer.MAX_VALUE, true), Palette.PLAIN);
    var columns = ports ? text.ports() : text.local();
    var cells = new ArrayList<List<String>>();
    cells.add(columns.stream().map(Column::head).toList());
    for (var row : answer.rows()) {
      if (row.listening().endpoint().isPort() == ports) {
        cells.add(columns.stream().map(c -> c.cell.apply(row)).toList());
      }
    }
    return cells;
  }

  /** What there is to say below the tables: what marks mean, and what may not have its port. */
  public static List<String> remarks(PortsAnswer answer) {
    var text = new PortsText(answer, new Style(Integer.MAX_VALUE, true), Palette.PLAIN);
    text.notes();
    answer.refused().forEach(r -> text.refused(r.service().id(), r.trouble()));
    return text.out.toString().lines().toList();
  }

  /**
   * A column.
   *
   * @param weight the columns with the lowest are left out first; 0 for never
   */
  private record Column(String head, int weight, Function<PortsAnswer.Row, String> cell) {}

  private void write() {
    var ports = answer.rows().stream().filter(r -> r.listening().endpoint().isPort()).toList();
    var local = answer.rows().stream().filter(r -> !r.listening().endpoint().isPort()).toList();
    table(ports, ports());
    part(() -> table(local, local()));
    part(this::notes);
    part(() -> answer.refused().forEach(r -> refused(r.service().id(), r.trouble())));
  }

  /** Something with an empty line before it, if there is anything on either side. */
  private void part(Runnable writing) {
    int before = out.length();
    writing.run();
    if (before > 0 && out.length() > before) {
      out.insert(before, '\n');
    }
  }

  private List<Column> ports() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("address", 0, r -> port(r) + mark(r.listening())));
    columns.add(new Column("name", 4, r -> r.listening().portName().orElse(NOTHING)));
    columns.add(new Column("protocol", 0, r -> r.listening().endpoint().word()));
    columns.add(new Column("by", 0, r -> r.listening().activation().word()));
    return others(columns);
  }

  private List<Column> local() {
    var columns = new ArrayList<Column>();
    columns.add(new Column("address", 0, PortsText::address));
    columns.add(new Column("kind", 0, r -> r.listening().endpoint().word()));
    return others(columns);
  }

  private List<Column> others(List<Column> columns) {
    columns.add(new Column("unit", 0, r -> r.listening().name()));
    if (style.all()) {
      columns.add(new Column("starts at", 5, PortsText::when));
    }
    columns.add(new Column("runs", 3, r -> runs(r.listening())));
    columns.add(new Column("user", 2, r -> orNothing(r.listening().starts().user())));
    columns.add(new Column("where", 1, r -> where(r.listening())));
    return columns;
  }

  private static String address(PortsAnswer.Row row) {
    var address = row.listening().address();
    return address.kind() == Address.Kind.UNKNOWN ? address.name() : address.toString();
  }

  /** A port that is chosen at the start has no number. */
  private static String port(PortsAnswer.Row row) {
    String text = row.listening().address().toString();
    boolean any = row.listening().address().port() == 0;
    return any ? text.substring(0, text.length() - 1) + "any" : text;
  }

  private static String mark(Listening listening) {
    return listening.evidence() == Evidence.WRITTEN ? "" : "?";
  }

  private static String when(PortsAnswer.Row row) {
    return switch (row.when()) {
      case BOOT -> "boot";
      case ON_DEMAND -> "on demand";
      case UNKNOWN -> "unknown";
      case NO -> "never";
      case TEMPLATE -> "template";
    };
  }

  private static String runs(Listening listening) {
    var starts = listening.starts();
    if (listening.activation() == Activation.XINETD && !starts.what().isEmpty()) {
      return "-> " + starts.what();
    }
    return orNothing(starts.what().isEmpty() ? starts.program() : starts.what());
  }

  private static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }

  static String where(Listening listening) {
    return listening.place().source().name() + ":" + listening.place().line();
  }

  private void table(List<PortsAnswer.Row> rows, List<Column> columns) {
    if (rows.isEmpty()) {
      return;
    }
    var full = new Table(rows, columns);
    var table = full.width() > style.width() ? new Table(rows, shortened(columns)) : full;
    var shown = table.shown(style.width());
    line(shown, table.widths, columns.stream().map(Column::head).toList(), Ink.STRONG);
    for (var row : table.cells) {
      line(shown, table.widths, row, Ink.NONE);
    }
  }

  /** The same with files without their folders. */
  private static List<Column> shortened(List<Column> columns) {
    var shortened = new ArrayList<>(columns.subList(0, columns.size() - 1));
    shortened.add(new Column("where", 1, r -> "…/" + Paths.name(where(r.listening()))));
    return shortened;
  }

  /** What stands in a table, shown or not. */
  private static final class Table {
    private final List<Column> columns;
    private final List<List<String>> cells = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    Table(List<PortsAnswer.Row> rows, List<Column> columns) {
      this.columns = columns;
      for (var row : rows) {
        cells.add(columns.stream().map(c -> Cells.clean(c.cell.apply(row))).toList());
      }
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        int widest = cells.stream().mapToInt(r -> Cells.width(r.get(column))).max().orElse(0);
        widths.add(Math.max(Cells.width(columns.get(i).head), widest));
      }
    }

    int width() {
      return width(told());
    }

    private int width(List<Integer> shown) {
      return shown.stream().mapToInt(i -> widths.get(i) + GAP.length()).sum() - GAP.length();
    }

    /** The columns that say something. */
    private List<Integer> told() {
      var told = new ArrayList<Integer>();
      for (int i = 0; i < columns.size(); i++) {
        int column = i;
        boolean says = cells.stream().anyMatch(r -> !r.get(column).equals(NOTHING));
        if (says || columns.get(i).weight == 0) {
          told.add(i);
        }
      }
      return told;
    }

    /** Those of them for which there is room. */
    List<Integer> shown(int room) {
      var shown = told();
      while (width(shown) > room) {
        var least =
            shown.stream()
                .filter(i -> columns.get(i).weight > 0)
                .min(Comparator.comparingInt(i -> columns.get(i).weight));
        if (least.isEmpty()) {
          return shown;
        }
        shown.remove(least.get());
      }
      return shown;
    }
  }

  private void line(List<Integer> shown, List<Integer> widths, List<String> row, Ink ink) {
    var line = new StringBuilder();
    for (int i : shown) {
      line.append(row.get(i)).append(" ".repeat(widths.get(i) - Cells.width(row.get(i))));
      line.append(GAP);
    }
    palette.paint(out, ink, line.toString().stripTrailing());
    out.append('\n');
  }

  private void notes() {
    var seen =
        answer.rows().stream().map(r -> r.listening().evidence()).collect(Collectors.toSet());
    for (String note : notes(seen)) {
      palette.paint(out, Ink.HINT, note);
      out.append('\n');
    }
  }

  private List<String> notes(Set<Evidence> seen) {
    var notes = new ArrayList<String>();
    if (answer.rows().isEmpty() && answer.hidden() == 0) {
      notes.add("Nobody listens there.");
    }
    if (seen.contains(Evidence.USUAL)) {
      notes.add(
          seen.contains(Evidence.LIKELY)
              ? "? where it usually listens, or what its option seems to say; its own configuration"
                  + " is not read."
              : "? where it usually listens; its own configuration is not read.");
    } else if (seen.contains(Evidence.LIKELY)) {
      notes.add("? what its option seems to say.");
    }
    if (answer.rows().stream().anyMatch(r -> r.when() == PortsAnswer.When.UNKNOWN)) {
      notes.add("No unit runs xinetd: whether it is started is not known.");
    }
    if (answer.hidden() > 0) {
      boolean one = answer.hidden() == 1;
      notes.add(
          answer.hidden()
              + (answer.rows().isEmpty() ? "" : " more")
              + (one ? " is" : " are")
              + " not started by the boot: --all shows "
              + (one ? "it." : "them."));
    }
    return notes;
  }

  private void refused(String id, Trouble trouble) {
    palette.paint(out, Ink.ERROR, "xinetd");
    boolean twin = trouble.kind() == TroubleKind.UDP_TWINS;
    out.append(": ")
        .append(Cells.clean("`" + id + "`"))
        .append(twin ? " shares the port of " : " is not served, its port is that of ")
        .append(Cells.clean("`" + trouble.word(0) + "`"))
        .append(" (")
        .append(Cells.clean(trouble.place().source().name()))
        .append(":" + trouble.place().line() + ")\n");
  }
}
