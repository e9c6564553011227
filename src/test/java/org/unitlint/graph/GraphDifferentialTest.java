package org.unitlint.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.host.generate.Generators;
import org.unitlint.source.DiskTree;
import org.unitlint.source.FileTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * The graph is systemd 252's own: every unit, load state, dependency, direction and origin. With
 * the system property {@code unitlint.roots}, a list of folders, those are compared too.
 */
@Tag("differential")
class GraphDifferentialTest {
  /** How often systemd is asked where it differs: 1 of 26 runs lost two edges of a tree. */
  private static final int RUNS = 5;

  private static final int VERSION = 252;

  /** Files from which generators make units, by what they test. */
  private static final Map<String, Map<String, String>> GENERATING =
      Map.of(
          "mounts",
          Map.of(
              "etc/fstab",
              """
              UUID=0a-1b  /           ext4   errors=remount-ro,usrquota  0 0
              /dev/vg/h   /home       ext4   nofail,x-systemd.growfs     0 0
              LABEL=data  /srv/data   xfs    noauto,x-systemd.automount  0 0
              nas:/pub    /mnt/pub    nfs4   bg,x-systemd.requires=vpn.service,x-systemd.automount 0 0
              //nas/win   /mnt/win    cifs   _netdev,noauto              0 0
              /img/d.iso  /mnt/iso    iso9660 loop,ro,x-systemd.requires-mounts-for=/srv 0 0
              /home/pub   /srv/pub    none   bind                        0 0
              tmpfs       /tmp        tmpfs  size=1g                     0 0
              /dev/vg/s   none        swap   sw,pri=5,nofail             0 0
              /swapfile   none        swap   sw                          0 0
              /dev/sdz9   /opt/z      btrfs  x-systemd.before=ssh.service,x-systemd.wanted-by=z.target,x-systemd.device-timeout=5s 0 0
              """),
          "tables",
          Map.of(
              "etc/crypttab",
              """
              home  UUID=cc-dd  none
              swap  /dev/sdb2   /dev/urandom  swap,cipher=aes-xts-plain64
              data  /dev/sdb3   /etc/keys/data luks,nofail,_netdev
              late  /img/late   none noauto
              """,
              "etc/fstab",
              "/dev/mapper/home /home ext4 defaults 0 0\n/dev/mapper/swap none swap sw 0 0\n"),
          "scripts",
          Map.of(
              "etc/init.d/watcher",
              """
              #!/bin/sh
              ### BEGIN INIT INFO
              # Provides:          watcher watch-alias
              # Required-Start:    $remote_fs $network $named
              # Required-Stop:     $remote_fs
              # Should-Start:      $time feeder
              # X-Start-Before:    ssh
              # Default-Start:     2 3 4 5
              # Default-Stop:      0 1 6
              ### END INIT INFO
              """,
              "etc/init.d/feeder",
              "#!/bin/sh\n# chkconfig: 2345 20 80\n# description: feeds\n",
              "etc/rc.local",
              "#!/bin/sh\nexit 0\n"));

  @TestFactory
  Stream<DynamicTest> everyCase() {
    return Shared.folders("oracle/cases").stream()
        .map(c -> dynamicTest(c.getFileName().toString(), () -> oneCase(c)));
  }

  private static void oneCase(Path folder) throws IOException {
    var dump = Files.readString(Shared.path("oracle/expected/" + folder.getFileName() + ".json"));
    var file = folder.resolve("ARGS");
    String arguments = Files.exists(file) ? Files.readString(file) : "";
    var machine = plain(Shared.memoryTree(folder));
    assertEquals("", compare(machine, List.of(dump), arguments.contains("--all"), true));
  }

  @TestFactory
  Stream<DynamicTest> wholeTrees() {
    var tests = new ArrayList<DynamicTest>();
    for (String tree : List.of("minimal", "server")) {
      for (String options : List.of("", "--all", "--generators", "--all --generators")) {
        tests.add(dynamicTest(tree + " " + options, () -> root(Shared.tree(tree), options, true)));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> generatedUnits() {
    return Stream.of("mounts", "tables", "scripts")
        .map(name -> dynamicTest(name, () -> root(generators(name), "--all --generators", true)));
  }

  /** The smaller tree with files from which generators make units. */
  private static Path generators(String name) throws IOException, InterruptedException {
    var root = Path.of("target", "generator-trees", name).toAbsolutePath();
    if (Files.exists(root)) {
      return root;
    }
    Files.createDirectories(root.getParent());
    Shared.run(List.of("cp", "-a", Shared.tree("minimal").toString(), root.toString()));
    for (var file : GENERATING.get(name).entrySet()) {
      var path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.deleteIfExists(path);
      Files.writeString(path, file.getValue());
      if (file.getKey().startsWith("etc/init.d")) {
        assertTrue(path.toFile().setExecutable(true, false));
        var link = root.resolve("etc/rc2.d/S02" + path.getFileName());
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("../init.d/" + path.getFileName()));
      }
    }
    return root;
  }

  @TestFactory
  Stream<DynamicTest> inventedTrees() {
    return LongStream.rangeClosed(1, Long.getLong("unitlint.seeds", 10))
        .mapToObj(seed -> dynamicTest("seed " + seed, () -> invented(seed)));
  }

  private static void invented(long seed) throws IOException, InterruptedException {
    var root = Path.of("target", "random-graphs", String.valueOf(seed)).toAbsolutePath();
    RandomGraphs.write(root, seed, 150);
    root(root, "--all", false);
  }

  @TestFactory
  Stream<DynamicTest> namedRoots() {
    return Stream.of(System.getProperty("unitlint.roots", "").split("[ ,]+"))
        .filter(r -> !r.isEmpty())
        .map(r -> dynamicTest(r, () -> root(Path.of(r), "--all", true)));
  }

  private static void root(Path root, String options, boolean masks)
      throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var command = new ArrayList<>(List.of(dump.toString(), root.toString()));
    Stream.of(options.split(" ")).filter(o -> !o.isEmpty()).forEach(command::add);
    boolean emulate = options.contains("--generators");
    var machine = emulate ? emulated(new DiskTree(root)) : plain(new DiskTree(root));
    boolean all = options.contains("--all");
    var dumps = new ArrayList<>(List.of(Shared.run(command)));
    String found = compare(machine, dumps, all, masks);
    if (!found.isEmpty() && !masks) {
      while (dumps.size() < RUNS) {
        dumps.add(Shared.run(command));
      }
      found = compare(machine, dumps, all, masks);
    }
    assertEquals("", found);
  }

  private static Machine plain(FileTree tree) {
    return new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
  }

  private static Machine emulated(FileTree tree) {
    var generated = Generators.emulate(tree);
    return new Machine(generated.tree(), Setup.machine(Scope.SYSTEM, VERSION), generated);
  }

  /** What differs, of that on which all runs of systemd agree. */
  private static String compare(Machine machine, List<String> dumps, boolean all, boolean masks)
      throws IOException {
    var roots = new ArrayList<>(all ? DependencyGraph.written(machine) : List.<UnitName>of());
    var result = Json.object(Json.parse(dumps.get(0)));
    var anchor = UnitName.parse(result.get("unit").toString()).orElseThrow();
    roots.addAll(DependencyGraph.start(machine, anchor));
    var graph = DependencyGraph.load(machine, roots);
    var theirs = GraphDump.of(dumps.get(0));
    var ours = GraphDump.of(graph);
    for (String dump : dumps.subList(1, dumps.size())) {
      var again = GraphDump.of(dump);
      var varying = new TreeSet<>(theirs.keySet());
      varying.addAll(again.keySet());
      varying.removeIf(line -> Objects.equals(theirs.get(line), again.get(line)));
      theirs.keySet().removeAll(varying);
      ours.keySet().removeAll(varying);
    }
    if (!masks) {
      theirs.keySet().removeIf(line -> isRandom(line, graph));
      ours.keySet().removeIf(line -> isRandom(line, graph));
    }
    return differences(theirs, ours, masks);
  }

  /**
   * Whether systemd's hash tables decide: who was loaded before a mount that is then refused, and
   * before a target that is refused or is part of it.
   */
  private static boolean isRandom(String line, DependencyGraph graph) {
    var words = line.split(" ");
    return line.contains("zz-oracle-probe")
        || words.length == 3
            && (isBroken(words[0], graph)
                || isBroken(words[2], graph)
                || isPart(words[0], words[2], graph)
                || isPart(words[2], words[0], graph));
  }

  private static boolean isBroken(String name, DependencyGraph graph) {
    var unit = graph.units().get(name);
    boolean kind = name.endsWith(".mount") || name.endsWith(".target");
    return kind && unit != null && !unit.refusals().isEmpty();
  }

  private static boolean isPart(String target, String of, DependencyGraph graph) {
    return target.endsWith(".target")
        && graph.units().containsKey(target)
        && graph.units().containsKey(of)
        && graph.edge(target, Dependency.PART_OF, of).isPresent();
  }

  private static String differences(
      Map<String, String> theirs, Map<String, String> ours, boolean masks) {
    var text = new ArrayList<String>();
    GraphDump.missing(theirs, ours, masks).forEach(l -> text.add("systemd: " + l));
    GraphDump.missing(ours, theirs, masks).forEach(l -> text.add("unitlint: " + l));
    text.sort((a, b) -> a.substring(a.indexOf(' ')).compareTo(b.substring(b.indexOf(' '))));
    return String.join("\n", text);
  }
}
