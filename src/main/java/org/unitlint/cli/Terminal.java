package org.unitlint.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.unitlint.report.Cells;

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

  /** One line of talk, under the program's name. */
  void say(String line) {
    err.println("unitlint: " + Cells.clean(line));
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
    String word = environment.getOrDefault("COLUMNS", "");
    boolean number = word.length() < 5 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return interactive && number && !word.isEmpty()
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
    return isSet("FORCE_COLOR") || interactive && !"dumb".equals(environment.get("TERM"));
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
