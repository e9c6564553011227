package org.unitlint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.unitlint.cli.manual.Build;

/** Which build of the program this is. */
final class Version {
  private Version() {}

  /** The version's number. */
  static String number() {
    return of("version");
  }

  /** The build as manual pages name it. */
  static Build build() {
    return new Build(number(), of("date").replaceFirst("T.*", ""));
  }

  /**
   * What {@code --version} prints: the number, the commit where the build knew it, and the Java
   * that it runs on.
   */
  static String told() {
    String commit = of("commit");
    return "unitlint "
        + number()
        + (commit.isEmpty() ? "" : " (" + commit + ")")
        + "\nJava "
        + System.getProperty("java.version")
        + ", "
        + System.getProperty("java.vendor");
  }

  private static String of(String key) {
    var build = new Properties();
    try (var in = Version.class.getResourceAsStream("build.properties")) {
      build.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return build.getProperty(key, "");
  }
}
