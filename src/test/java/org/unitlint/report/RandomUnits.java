package org.unitlint.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Units of every type with invented lines, good and bad ones, over several files. The values are
 * the samples of the grammars and a few more; lines of a unit are about directives that are
 * neighbours in the alphabet, as lists that belong together mostly are.
 */
final class RandomUnits {
  private static final String FOLDER = "etc/systemd/system";
  private static final int NEIGHBOURS = 4;

  /** What lets a unit be loaded, whatever stands before it. */
  private static final Map<String, String> LAST =
      Map.of(
          "Service", "ExecStart=/bin/true\n",
          "Socket", "ListenStream=9\nAccept=no\n",
          "Timer", "OnActiveSec=77\n",
          "Path", "PathExists=/z\n",
          "Slice", "",
          "Unit", "");

  /**
   * Those that the dump runs into the next unit, that no two units may share, and whose replaced
   * lines act on others.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Service.BPFProgram",
          "Service.BlockIODeviceWeight",
          "Service.BusName",
          "Service.CPUSchedulingPriority");

  private static final Set<String> OF_EXECUTION = Set.of("Service", "Socket");

  /** What no samples tell of. */
  private static final Map<String, List<String>> MORE =
      Map.ofEntries(
          Map.entry("Service.ExecStart", commands()),
          Map.entry("Service.ExecStartPre", commands()),
          Map.entry("Service.ExecStop", commands()),
          Map.entry("Socket.ExecStartPre", commands()),
          Map.entry("Service.TimeoutStartSec", List.of("5", "x", "7", "infinity")),
          Map.entry("Service.TimeoutStopSec", List.of("6", "", "8min")),
          Map.entry("Service.TimeoutSec", List.of("9", "x", "3")),
          Map.entry("Service.Environment", List.of("A=1", "\"B=2 3\" C=4", "x", "D=%n")),
          Map.entry("Service.StandardInputText", List.of("a", "b\\n", "%n")),
          Map.entry("Service.StandardInputData", List.of("YQ==", "Yg==", "?")),
          Map.entry("Service.BlockIOReadBandwidth", List.of("/dev/null 5", "/dev/zero 1K", "x")),
          Map.entry("Service.BlockIOWriteBandwidth", List.of("/dev/null 6", "/dev/zero 2K")),
          Map.entry("Service.ReadWriteDirectories", List.of("/a", "/b -/c", "x")),
          Map.entry("Service.InaccessibleDirectories", List.of("/a", "-/b")),
          Map.entry("Service.CPUSchedulingPolicy", List.of("rr", "fifo", "idle", "x")),
          Map.entry("Service.IOSchedulingClass", List.of("idle", "realtime", "best-effort")),
          Map.entry("Service.IOSchedulingPriority", List.of("0", "7", "8")),
          Map.entry("Unit.After", List.of("x.service", "y.service z", "%p.socket", "x")),
          Map.entry("Unit.Wants", List.of("x.service y.service", "a@b.service")),
          Map.entry("Unit.OnFailure", List.of("x.service", "y.target")),
          Map.entry("Unit.OnFailureIsolate", List.of("yes", "no", "x")),
          Map.entry("Unit.OnFailureJobMode", List.of("isolate", "fail", "x")),
          Map.entry("Unit.Documentation", List.of("man:a(1)", "x", "https://a.b/ man:b(2)")));

  private final Random random;
  private final Map<String, TreeMap<String, List<String>>> values = new TreeMap<>();

  RandomUnits(Random random) throws IOException {
    this.random = random;
    for (String file : List.of("numbers", "words", "paths", "addresses", "conditions")) {
      try (var in =
          RandomUnits.class.getResourceAsStream(
              "/org/unitlint/host/value/" + file + "-samples.tsv")) {
        for (String line : new String(in.readAllBytes(), UTF_8).split("\n")) {
          int tab = line.indexOf('\t');
          if (tab >= 0) {
            String name = line.substring(0, tab);
            add(name.contains(".") ? name : "Unit." + name, line.substring(tab + 1));
          }
        }
      }
    }
    MORE.forEach((name, all) -> all.forEach(v -> add(name, v)));
    // These keep the path, or the name, of an earlier line.
    values.get("Service").get("StandardInput").removeAll(List.of("file", "fd"));
  }

  private static List<String> commands() {
    return List.of(
        "/bin/echo a",
        "/bin/echo a ; /bin/echo b",
        "/bin/echo a ; relative/b",
        "-/bin/echo a ; -relative/b ; /bin/echo c",
        "@/bin/echo",
        "/bin/echo \"a",
        "-/bin/echo %n ; ; /bin/echo c",
        "relative/a",
        "+/bin/echo \\\\");
  }

  private void add(String name, String value) {
    if (LEFT_OUT.contains(name)) {
      return;
    }
    int dot = name.indexOf('.');
    values
        .computeIfAbsent(name.substring(0, dot), s -> new TreeMap<>())
        .computeIfAbsent(name.substring(dot + 1), d -> new ArrayList<>())
        .add(value);
  }

  /** Writes so many units below the root. */
  void write(Path root, int count) throws IOException {
    var sections = List.of("Service", "Service", "Service", "Socket", "Timer", "Path", "Slice");
    for (int i = 0; i < count; i++) {
      String section = random.nextInt(9) == 0 ? "Unit" : pick(sections);
      String suffix = section.equals("Unit") ? "target" : section.toLowerCase(Locale.ROOT);
      String name = "u" + i + "." + suffix;
      var about = about(section);
      String first = section.equals("Service") ? "[Service]\nType=oneshot\n" : "";
      var file = root.resolve(FOLDER).resolve(name);
      var folder = root.resolve(FOLDER).resolve(name + ".d");
      write(file, first + lines(about));
      for (int n = random.nextInt(3); n > 0; n--) {
        write(folder.resolve(n + ".conf"), lines(about));
      }
      write(folder.resolve("last.conf"), "[" + section + "]\n" + LAST.get(section));
    }
    for (String target : List.of("default", "basic", "sysinit", "shutdown")) {
      write(root.resolve(FOLDER).resolve(target + ".target"), "[Unit]\n");
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** A few neighbours of the section, or of [Unit]. */
  private List<String> about(String section) {
    boolean execution = OF_EXECUTION.contains(section) && random.nextBoolean();
    String from = random.nextInt(6) == 0 ? "Unit" : execution ? "Service" : section;
    var names = List.copyOf(values.get(from).keySet());
    int at = random.nextInt(names.size());
    var about = new ArrayList<String>();
    for (String name : names.subList(at, Math.min(names.size(), at + NEIGHBOURS))) {
      about.add((from.equals("Unit") ? "Unit" : section) + "." + from + "." + name);
    }
    return about;
  }

  private String lines(List<String> about) {
    var lines = new StringBuilder();
    for (int n = 1 + random.nextInt(6); n > 0; n--) {
      String[] parts = pick(about).split("\\.");
      String value = random.nextInt(4) == 0 ? "" : pick(values.get(parts[1]).get(parts[2]));
      lines.append('[').append(parts[0]).append("]\n");
      lines.append(parts[2]).append('=').append(value).append('\n');
    }
    return lines.toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
