package org.unitlint.report;

import java.util.List;
import java.util.function.Function;
import org.unitlint.graph.demand.Activator;
import org.unitlint.host.Machine;

/** What starts something on demand, in words. */
public final class ActivatorWords {
  private ActivatorWords() {}

  /** What it waits for, the first by name. */
  static String listens(List<String> listens) {
    if (listens.isEmpty()) {
      return "";
    }
    int more = listens.size() - 1;
    return Cells.clean(listens.get(0)) + (more > 0 ? " and " + more + " more" : "");
  }

  /** What it starts. */
  public static String starts(Activator activator) {
    var target = activator.target();
    String name = Cells.clean(target.name());
    return switch (target.sort()) {
      case UNIT -> name;
      case PROGRAM -> name + (target.user().isEmpty() ? "" : " as " + Cells.clean(target.user()));
      case INTERNAL -> "xinetd itself";
      case REDIRECT -> "passed on to " + name;
    };
  }

  /** How often it starts it, behind what it starts; empty for once. */
  static String often(Activator activator) {
    boolean each = activator.each() && activator.target().sort() != Activator.Sort.INTERNAL;
    return each ? ", one per connection" : "";
  }

  /** What is to be asked for, and who listens where that does not go without saying. */
  public static String by(Activator activator) {
    String listens = listens(activator.listens());
    String who =
        switch (activator.kind()) {
          case BUS -> "bus";
          case XINETD -> Cells.clean(activator.name()) + " of xinetd";
          default -> isNamesake(activator) ? "" : Cells.clean(activator.name());
        };
    return listens + (who.isEmpty() ? "" : " (" + who + ")") + often(activator);
  }

  /** A line for each of those at one unit, set in columns. */
  static List<String> lines(List<Activator> activators) {
    int first = widest(activators, ActivatorWords::waits);
    int second = widest(activators, a -> listens(a.listens()));
    return activators.stream()
        .map(
            a ->
                padded(waits(a), first)
                    + " "
                    + padded(listens(a.listens()), second)
                    + " → "
                    + starts(a)
                    + often(a))
        .toList();
  }

  /** The same, and where each is written. */
  static List<Columns.Row> rows(List<Activator> activators, Machine machine) {
    var lines = lines(activators).iterator();
    return activators.stream().map(a -> new Columns.Row(lines.next(), place(a, machine))).toList();
  }

  private static String place(Activator activator, Machine machine) {
    String file = Cells.clean(machine.tree().display(activator.path()));
    return activator.path().isEmpty() ? "" : file + ":" + activator.line();
  }

  private static String waits(Activator activator) {
    return switch (activator.kind()) {
      case XINETD -> "listens for " + Cells.clean(activator.name());
      case SOCKET -> "listens on";
      default -> "waits for";
    };
  }

  private static int widest(List<Activator> activators, Function<Activator, String> column) {
    return activators.stream().map(column).mapToInt(Cells::width).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - Cells.width(text));
  }

  private static boolean isNamesake(Activator activator) {
    String stem = activator.name().substring(0, activator.name().lastIndexOf('.'));
    String started = activator.target().name();
    return started.startsWith(stem + ".") || started.startsWith(stem + "@.");
  }
}
