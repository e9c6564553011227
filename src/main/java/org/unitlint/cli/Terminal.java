package org.unitlint.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

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
  /** One line of talk, under the program's name. */
  void say(String line) {
    err.println("unitlint: " + line);
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
