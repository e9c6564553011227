package org.unitlint.host.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/** What is emulated is, byte for byte, what the installed generators of systemd 252 write. */
@Tag("differential")
class GeneratorsDifferentialTest {
  private static final String GENERATORS = "/usr/lib/systemd/system-generators/";
  private static final int MACHINES = Integer.getInteger("unitlint.machines", 60);
  private static final long FIRST_SEED = Long.getLong("unitlint.seed", 1);

  @Test
  void tablesOfMounts() throws IOException, InterruptedException {
    compare("fstab", RandomRoots::fstab, List.of("fstab"));
  }

  @Test
  void tablesOfMappedDevices() throws IOException, InterruptedException {
    compare(
        "tables",
        RandomRoots::tables,
        List.of("cryptsetup", "fstab", "integritysetup", "veritysetup"));
  }

  @Test
  void scripts() throws IOException, InterruptedException {
    compare(
        "scripts",
        RandomRoots::scripts,
        List.of("fstab", "getty", "rc-local", "system-update", "sysv"));
  }

  private static void compare(
      String kind, Function<RandomRoots, MemoryTree> maker, List<String> generators)
      throws IOException, InterruptedException {
    var roots = Path.of("target", "generators", kind).toAbsolutePath();
    delete(roots);
    for (int n = 0; n < MACHINES; n++) {
      var tree = maker.apply(new RandomRoots(FIRST_SEED + n));
      write(tree, "/", Files.createDirectories(roots.resolve(String.format("%06d", n))));
    }
    compare(roots, generators);
  }

  /** The trees as the distribution made them, but for a table of mounts. */
  @Test
  void wholeTrees() throws IOException, InterruptedException {
    var roots = Path.of("target", "generators", "trees").toAbsolutePath();
    delete(roots);
    Files.createDirectories(roots);
    for (String name : List.of("minimal", "server")) {
      for (int n = 0; n < 3; n++) {
        var root = roots.resolve(name + n);
        Shared.run(List.of("cp", "-a", Shared.tree(name).toString(), root.toString()));
        var fstab = new RandomRoots(FIRST_SEED + n).fstab();
        Files.write(root.resolve("etc/fstab"), fstab.read("/etc/fstab", 1 << 20));
      }
    }
    compare(
        roots,
        List.of(
            "cryptsetup",
            "fstab",
            "getty",
            "integritysetup",
            "rc-local",
            "system-update",
            "sysv",
            "veritysetup"));
  }

  private static void compare(Path roots, List<String> generators)
      throws IOException, InterruptedException {
    var sandbox = Shared.path("oracle");
    Shared.needsProgram(GENERATORS + "systemd-fstab-generator");
    Shared.needsRoot();
    var written = roots.resolveSibling(roots.getFileName() + ".json");
    String script = GeneratorsDifferentialTest.class.getResource("real-generators.py").getPath();
    var command = new ArrayList<>(List.of("python3", "-B", script));
    command.addAll(List.of(sandbox.toString(), roots.toString(), written.toString()));
    command.addAll(generators);
    Shared.run(command);
    var machines = Json.object(Json.parse(Files.readString(written)));
    assertTrue(!machines.isEmpty(), "no machines");
    var differences = new ArrayList<String>();
    for (var machine : machines.entrySet()) {
      var real = real(Json.object(machine.getValue()));
      var ours = emulated(new DiskTree(roots.resolve(machine.getKey())));
      if (!real.equals(ours)) {
        differences.add(machine.getKey() + "\n" + difference(real, ours));
      }
    }
    assertEquals(
        "",
        String.join("\n", differences.subList(0, Math.min(5, differences.size()))),
        differences.size() + " of " + machines.size() + " differ");
  }

  private static Map<String, String> real(Map<String, Object> written) {
    var real = new TreeMap<String, String>();
    for (var entry : written.entrySet()) {
      var content = Json.object(entry.getValue());
      String path = entry.getKey();
      real.put(
          path,
          content.containsKey("link")
              ? target(path, Bytes.text((String) content.get("link")))
              : ordered(path, (String) content.get("file")));
    }
    return real;
  }

  private static Map<String, String> emulated(FileTree tree) throws IOException {
    var generated = Generators.emulate(tree);
    var ours = new TreeMap<String, String>();
    for (String path : generated.paths()) {
      var node = generated.tree().node(path);
      ours.put(
          path,
          node.is(Node.Kind.LINK)
              ? target(path, node.target())
              : ordered(path, Bytes.of(generated.tree().read(path, 1 << 24))));
    }
    return ours;
  }

  /** Of several scripts that give themselves the same name, systemd's hash table takes one. */
  private static String target(String path, String target) {
    return Paths.parent(path).equals(Output.LATE) ? "-> a script" : "-> " + target;
  }

  /** The order of some lines of a SysV script's unit follows systemd's hash tables. */
  private static String ordered(String path, String text) {
    if (!Paths.isWithin(path, Output.LATE)) {
      return text;
    }
    var lines = text.split("(?<=\n)");
    Arrays.sort(lines);
    return String.join("", lines);
  }

  private static String difference(Map<String, String> real, Map<String, String> ours) {
    var lines = new ArrayList<String>();
    var paths = new TreeMap<>(real);
    paths.putAll(ours);
    for (String path : paths.keySet()) {
      if (!real.getOrDefault(path, "").equals(ours.getOrDefault(path, "-"))
          || real.containsKey(path) != ours.containsKey(path)) {
        lines.add(path);
        lines.add("  real: " + real.getOrDefault(path, "(nothing)"));
        lines.add("  ours: " + ours.getOrDefault(path, "(nothing)"));
      }
    }
    return String.join("\n", lines);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  private static void write(MemoryTree tree, String path, Path into) throws IOException {
    for (String name : tree.children(path)) {
      String from = Paths.join(path, name);
      var node = tree.node(from);
      var to = into.resolve(name);
      switch (node.kind()) {
        case FOLDER -> write(tree, from, Files.createDirectories(to));
        case LINK -> Files.createSymbolicLink(to, Path.of(node.target()));
        default -> {
          Files.write(to, tree.read(from, 1 << 24));
          assertTrue(to.toFile().setExecutable(node.executable(), false));
        }
      }
    }
  }
}
