package org.unitlint.host.xinetd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Utf8;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/**
 * What holds for {@code check --fix} of any file of xinetd: it ends, fixing once more changes
 * nothing, and where no error is told the same services are served.
 */
class XinetdFixLawsTest {
  private static final int FILES = Integer.getInteger("unitlint.mutations", 200);
  private static final long SEED = 2315;

  @TempDir private Path folder;
  private int count;

  @Test
  void safely() throws IOException {
    var before = write(FILES);
    var wrong = filesWithErrors();
    var after = fixed("--fix");
    for (int i = 0; i < before.size(); i++) {
      String story = before.get(i) + "\n+++\n" + after.get(i);
      var served = served(before.get(i));
      var still = served(after.get(i));
      boolean told = wrong.contains(name(i));
      assertTrue(told || served.equals(still), () -> served + " are " + still + "\n" + story);
    }
  }

  @Test
  void unsafely() throws IOException {
    write(FILES / 4);
    fixed("--unsafe-fixes");
  }

  @Test
  void onAMachine() throws IOException {
    write(FILES / 4);
    var etc = Files.createDirectories(folder.resolve("root/etc"));
    Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:/bin/sh\n");
    Files.writeString(etc.resolve("services"), "telnet 23/tcp\necho 7/udp\n");
    run("--hints", "--root=root");
  }

  /** The files when they are fixed, which fixing them again does not change. */
  private List<String> fixed(String option) throws IOException {
    run(option);
    var after = texts();
    run(option);
    assertEquals(after, texts());
    return after;
  }

  private List<String> write(int count) throws IOException {
    var random = new Random(Long.getLong("unitlint.seed", SEED));
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(RandomXinetd.file(random));
      var file = folder.resolve(name(i));
      Files.createDirectories(file.getParent());
      Files.write(file, Utf8.encode(texts.get(i)));
    }
    this.count = count;
    return texts;
  }

  private static String name(int index) {
    return index + "/xinetd.conf";
  }

  private List<String> names() {
    return IntStream.range(0, count).mapToObj(XinetdFixLawsTest::name).toList();
  }

  private List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    for (String name : names()) {
      texts.add(Utf8.decode(Files.readAllBytes(folder.resolve(name))));
    }
    return texts;
  }

  private Run run(String... options) {
    var words = new ArrayList<>(List.of("check"));
    words.addAll(List.of(options));
    words.addAll(names());
    var run = Run.in(folder, words.toArray(String[]::new));
    assertTrue(run.status() < 2, run.err());
    return run;
  }

  private Set<String> filesWithErrors() throws IOException {
    var found = Json.object(Json.parse(run("--format=json").out())).get("findings");
    var wrong = new HashSet<String>();
    for (Object finding : Json.list(found)) {
      Map<String, Object> row = Json.object(finding);
      if (row.get("severity").equals("error")) {
        wrong.add((String) row.get("file"));
      }
    }
    return wrong;
  }

  /** The services that are served, twins apart. */
  private static Set<String> served(String text) {
    var tree = new MemoryTree().file(XinetdSetup.MAIN_FILE, text);
    var machine = new Machine(tree, Setup.files(Scope.SYSTEM, 256));
    var config = XinetdDaemon.of(machine).orElseThrow().read(machine);
    var served = new HashSet<String>();
    config.served().forEach(s -> add(served, s.id()));
    return served;
  }

  private static void add(Set<String> served, String name) {
    for (int n = 1; !served.add(name + " " + n); n++) {
      continue;
    }
  }
}
