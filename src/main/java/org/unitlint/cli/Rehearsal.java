package org.unitlint.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs every command once and throws away what it says, so that an archive has all its classes. */
public final class Rehearsal {
  private static final List<String> LINES =
      List.of(
          "--version",
          "--help",
          "check check/file/clock.service",
          "check --color always check/root/root",
          "check --format gcc .",
          "check --format json check/root/root",
          "check --format sarif check/root/root",
          "check --format github check/root/root",
          "check --format gitlab check/root/root",
          "check --format junit check/root/root",
          "check --format checkstyle check/root/root",
          "check --diff check/root/root",
          "check --root check/root/root check/file/clock.service",
          "graph --root boot/standby/root",
          "graph --root boot/standby/root --format svg",
          "graph --root boot/standby/root --format html",
          "graph --root boot/standby/root --format json",
          "graph --root boot/standby/root --format dot",
          "graph --root cycles/01-engine-after-its-target/root --format svg --cycles",
          "boot --root boot/standby/root",
          "boot --root boot/standby/root --format svg",
          "boot --root boot/standby/root --format html",
          "boot --root boot/standby/root --format json",
          "why --root boot/standby/root dbus.socket",
          "effective --root boot/standby/root --with-defaults dbus.socket",
          "ports --root boot/standby/root",
          "report --root boot/standby/root",
          "report --root diff/text/new --since diff/text/old",
          "security --root boot/standby/root",
          "security --root boot/standby/root dbus --format json",
          "convert readme/xinetd.conf",
          "diff diff/text/old diff/text/new",
          "diff --format json diff/text/old diff/text/new",
          "diff --format markdown diff/text/old diff/text/new",
          "explain U214",
          "explain Restart=",
          "config .",
          "completion bash",
          "rules");

  /**
   * What a process loads before it looks at its command line; and the host of a nest, without which
   * Java 17 keeps none of the nest's lambdas in an archive.
   */
  private static final List<String> BESIDES =
      List.of(
          "org.unitlint.cli.Main",
          "org.unitlint.cli.PagerProcess",
          "org.unitlint.source.Utf8Writer",
          "java.io.Console",
          "java.util.stream.StreamSpliterators");

  private Rehearsal() {}

  /** The command lines, in order. */
  static Stream<String> lines() {
    return LINES.stream();
  }

  /**
   * Loads the classes and runs the commands.
   *
   * @param arguments the folder with the files that they read; what is missing there is no fault
   */
  public static void main(String[] arguments) throws ClassNotFoundException {
    for (String name : BESIDES) {
      Class.forName(name);
    }
    var folder = Path.of(arguments[0]).toAbsolutePath();
    var nowhere = OutputStream.nullOutputStream();
    for (String line : LINES) {
      var out = new PrintWriter(nowhere, false, StandardCharsets.UTF_8);
      Program.run(InputStream.nullInputStream(), out, out, folder, Map.of(), line.split(" "));
    }
  }
}
