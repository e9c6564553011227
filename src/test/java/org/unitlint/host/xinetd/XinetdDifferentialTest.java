package org.unitlint.host.xinetd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Accounts;
import org.unitlint.host.Programs;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;
import org.unitlint.syntax.XinetdFlaw;

/** The real xinetd serves the same services, and reports something at the same lines. */
@Tag("differential")
class XinetdDifferentialTest {
  private static final Pattern NEEDED =
      Pattern.compile("(?mi)^\\s*(server|user|group)[ \\t]+=[ \\t]*(\\S+)");

  @TestFactory
  Stream<DynamicTest> everyCase() throws IOException {
    var file = Shared.path("oracle/xinetd-cases.json");
    var cases = Json.list(Json.object(Json.parse(Files.readString(file))).get("cases"));
    return cases.stream().map(Json::object).map(c -> test(c, "id", "path", "xinetd", false));
  }

  @TestFactory
  Stream<DynamicTest> everyFileOfTheCorpus() throws IOException {
    var files = Json.list(Json.parse(Files.readString(Shared.path("corpus/xinetd/manifest.json"))));
    return files.stream()
        .map(Json::object)
        .filter(f -> Files.exists(path("corpus/xinetd", f.get("file"))))
        .map(f -> test(f, "file", "file", "xinetd_stub", true));
  }

  private static Path path(String folder, Object name) {
    return Shared.path(folder).resolve((String) name);
  }

  private static DynamicTest test(
      Map<String, Object> row, String name, String path, String said, boolean stub) {
    String folder = stub ? "corpus/xinetd" : "oracle";
    return dynamicTest(
        (String) row.get(name),
        () -> verify(path(folder, row.get(path)), Json.object(row.get(said)), stub));
  }

  private static void verify(Path path, Map<String, Object> said, boolean stub) throws IOException {
    var tree = machine();
    String main = install(path, tree, stub);
    var setup = XinetdSetup.machine(false).of(main).in("/cfg");
    var config = XinetdConfig.read(tree, Programs.of(tree), Accounts.of(tree), setup);
    // Without rpcbind nothing is registered.
    var served = config.served().filter(s -> !s.isRpc()).map(XinetdService::name).sorted().toList();
    var real = Json.list(said.get("services_loaded")).stream().map(String.class::cast).sorted();
    assertEquals(real.toList(), served, () -> config.allTroubles().toList().toString());
    assertEquals(said.get("outcome").equals("exited"), config.exit().isPresent());
    var ours = lines(config);
    var theirs = lines(said);
    if (config.exit().isPresent()) {
      assertTrue(ours.containsAll(theirs), theirs + " " + ours);
    } else if (!losesLines(config)) {
      assertEquals(theirs, ours);
    }
  }

  /**
   * Invented files, judged by the real xinetd: as root, {@code -Dunitlint.xinetd=N} tries N of
   * them.
   */
  @Test
  void inventedFiles() throws Exception {
    int count = Integer.getInteger("unitlint.xinetd", 0);
    assumeTrue(count > 0, "-Dunitlint.xinetd=N is missing");
    Shared.needsRoot();
    Shared.needsProgram("/usr/sbin/xinetd");
    var random = new Random(Long.getLong("unitlint.seed", 2315));
    var folder = Files.createDirectories(Path.of("target", "xinetd"));
    var command =
        new ArrayList<>(List.of(Shared.path("oracle/xinetd-check").toString(), "--lines"));
    for (int i = 0; i < count; i++) {
      var file = folder.resolve("f" + i);
      Files.write(file, Utf8.encode(RandomXinetd.file(random)));
      command.add(file.toString());
    }
    var failures = new ArrayList<String>();
    for (String line : Shared.run(command).split("\n")) {
      var said = Json.object(Json.parse(line));
      var path = folder.resolve((String) said.get("target"));
      try {
        verify(path, said, false);
      } catch (AssertionError e) {
        failures.add(path + ": " + e.getMessage());
      }
    }
    assertEquals(List.of(), failures);
  }

  private static TreeSet<String> lines(Map<String, Object> said) {
    var lines = new TreeSet<String>();
    for (Object message : Json.list(said.get("messages"))) {
      var row = Json.object(message);
      if (row.containsKey("line")) {
        lines.add(name((String) row.get("file")) + ":" + row.get("line"));
      }
    }
    return lines;
  }

  /** Whether xinetd miscounts, as it does not see the ends of all lines. */
  private static boolean losesLines(XinetdConfig config) {
    return config.files().values().stream()
        .flatMap(f -> f.flaws().stream())
        .anyMatch(
            f ->
                f.kind() == XinetdFlaw.Kind.LONE_WORD
                    || f.kind() == XinetdFlaw.Kind.CLOSE_NOT_ALONE
                    || f.kind() == XinetdFlaw.Kind.MISSING_CLOSE);
  }

  private static TreeSet<String> lines(XinetdConfig config) {
    var lines = new TreeSet<String>();
    config
        .allTroubles()
        .filter(t -> t.kind().isReported() && t.kind().isLocated())
        .filter(t -> t.kind() != TroubleKind.MALFORMED || !t.word(1).equals("0"))
        .forEach(t -> lines.add(name(t.place().source().name()) + ":" + line(t)));
    return lines;
  }

  private static String line(Trouble trouble) {
    if (trouble.kind() == TroubleKind.MALFORMED) {
      return trouble.word(1);
    }
    Source source = trouble.place().source();
    String before = source.text().substring(0, trouble.place().span().start());
    return String.valueOf(1 + before.chars().filter(c -> c == '\n').count());
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A machine as the cases ask for it, with the ports that are known everywhere. */
  private static MemoryTree machine() throws IOException {
    var services = new StringBuilder();
    var table =
        Path.of(System.getProperty("unitlint.basedir", "."))
            .resolve("src/main/resources/org/unitlint/catalog/well-known-ports.tsv");
    for (String line : Files.readAllLines(table)) {
      var cells = line.split("\t");
      services.append(cells[0] + "\t" + cells[2] + "/" + cells[1] + "\n");
    }
    return new MemoryTree()
        .program("/bin/cat")
        .folder("/var/log")
        .folder("/etc/xinetd.d")
        .file("/etc/hostname", "machine\n")
        .file("/etc/services", services.toString())
        .file("/etc/hosts", "127.0.0.1 localhost\n")
        .file("/etc/passwd", "root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n")
        .file("/etc/group", "root:x:0:\nnogroup:x:65534:\n");
  }

  private static String install(Path path, MemoryTree tree, boolean stub) throws IOException {
    boolean folder = Files.isDirectory(path);
    var files = new ArrayList<Path>(folder ? List.of() : List.of(path));
    if (folder) {
      try (Stream<Path> all = Files.walk(path)) {
        all.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    var needed = new StringBuilder("root:x:0:0::/:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n");
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      String name = folder ? path.relativize(file).toString() : file.getFileName().toString();
      String into = name.startsWith("xinetd.d/") ? "/etc/" + name : "/cfg/" + name;
      tree.file(into, bytes, false);
      var found = NEEDED.matcher(Utf8.decode(bytes));
      while (stub && found.find()) {
        if (found.group(1).equalsIgnoreCase("server") && found.group(2).startsWith("/")) {
          tree.program(found.group(2));
        } else if (!found.group(1).equalsIgnoreCase("server")) {
          needed.append(found.group(2) + ":x:999:999::/:/bin/sh\n");
        }
      }
    }
    if (stub) {
      tree.file("/etc/passwd", needed.toString()).file("/etc/group", needed.toString());
    }
    return "/cfg/" + (folder ? "xinetd.conf" : path.getFileName());
  }
}
