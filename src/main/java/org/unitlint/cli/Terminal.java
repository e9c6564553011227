package org.unitlint.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.unitlint.report.Cells;
import org.unitlint.report.Margin;

/**
 * Where a command talks.
 *
 * @param out takes results
 * @param err takes talk
 * @param folder what relative paths are relative to
 * @param interactive whether people read {@code out} on a terminal
 */
record Terminal(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Path folder,
    boolean interactive,
    Map<String, String> environment) {
  /** The same where results are talk, so that something else can be the output. */
  Terminal talking() {
    return new Terminal(in, err, err, folder, interactive, environment);
  }

  /** The same where results go elsewhere. */
  Terminal to(PrintWriter other) {
    return new Terminal(in, other, err, folder, interactive, environment);
  }

  /** The same for text that people read: its lines fit the terminal, if that says its width. */
  Terminal fitted() {
    var columns = columns();
    return columns.isEmpty()
        ? this
        : to(new PrintWriter(new FittedWriter(out, columns.getAsInt())));
  }

  /** One line of talk, under the program's name. */
  void say(String line) {
    String all = "unitlint: " + Cells.clean(line);
    err.println(columns().isEmpty() ? all : Margin.fit(all, columns().getAsInt()));
  }

  /** The file of that name, from the folder on. */
  Path path(String name) throws Trouble {
    try {
      return folder.resolve(name);
    } catch (InvalidPathException e) {
      throw Trouble.unreadable("no file can have that name: " + e.getReason());
    }
  }

  /** What to call the file before people: from the folder on, where it is below that. */
  String name(Path file) {
    var here = folder.normalize();
    var normal = file.normalize();
    return normal.startsWith(here) ? here.relativize(normal).toString() : normal.toString();
  }

  /** How wide the terminal says that it is; empty where it does not say. */
  OptionalInt columns() {
    return size("COLUMNS");
  }

  /** How many lines the terminal says that it shows; empty where it does not say. */
  OptionalInt lines() {
    return size("LINES");
  }

  private OptionalInt size(String variable) {
    String word = environment.getOrDefault(variable, "");
    boolean number = word.length() < 5 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return interactive && number && !word.isEmpty() && !word.matches("0+")
        ? OptionalInt.of(Integer.parseInt(word))
        : OptionalInt.empty();
  }

  /** Whether to colour, by what the user asked for, then NO_COLOR, FORCE_COLOR and the terminal. */
  boolean colours(ColourMode mode) {
    if (mode != ColourMode.AUTO) {
      return mode == ColourMode.ALWAYS;
    }
    if (isSet("NO_COLOR")) {
      return false;
    }
    return isSet("FORCE_COLOR") || steerable();
  }

  /** Whether people read {@code out} on a terminal that can be coloured and cleared. */
  boolean steerable() {
    return interactive && !"dumb".equals(environment.get("TERM"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
