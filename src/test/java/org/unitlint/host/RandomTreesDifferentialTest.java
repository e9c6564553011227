package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Shared;

/** Invented trees of files, aliases, masks, templates and drop-ins load as in systemd 252. */
@Tag("differential")
class RandomTreesDifferentialTest {
  private static final int GROUPS = 160;
  private static final List<String> FOLDERS =
      List.of(
          "/etc/systemd/system",
          "/run/systemd/system",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system");
  private static final List<String> STEMS =
      List.of("a", "b", "a-b", "a-b-c", "a@", "b@", "a@x", "a@y", "a-b@", "a-b@x", "b@x");
  private static final List<String> TYPES =
      List.of("service", "service", "service", "target", "socket", "slice", "timer", "path");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void areLoadedAlike(long seed) throws IOException, InterruptedException {
    var dump = Shared.path("oracle/manager-dump");
    Shared.needsProgram("/usr/lib/systemd/systemd");
    Shared.needsRoot();
    var root = Path.of("target", "random-trees", String.valueOf(seed)).toAbsolutePath();
    delete(root);
    new Maker(root, new Random(seed)).make();
    String printed = Shared.run(List.of(dump.toString(), root.toString(), "--all"));
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
    var dumped = LoadDump.of(printed);
    var loaded = LoadDump.of(machine, dumped.keySet());
    // What an alias of a mask becomes depends on which of the two is loaded first, by hash order.
    dumped.keySet().removeIf(n -> isAliasOfMask(dumped.get(n)) || isAliasOfMask(loaded.get(n)));
    loaded.keySet().retainAll(dumped.keySet());
    assertTrue(dumped.size() > 300, "too few units");
    assertEquals(LoadDump.lines(dumped), LoadDump.lines(loaded));
  }

  private static boolean isAliasOfMask(String line) {
    return line.startsWith("error ")
        || line.startsWith("masked ")
            && line.indexOf(',') > 0
            && line.indexOf(',') < line.indexOf(']');
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** Writes the tree: groups of units that have nothing to do with each other. */
  private record Maker(Path root, Random random) {
    void make() throws IOException {
      for (String target : List.of("default", "sysinit", "basic", "shutdown")) {
        write("/usr/lib/systemd/system/" + target + ".target", "[Unit]\nDescription=x\n");
      }
      for (int group = 0; group < GROUPS; group++) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        for (int n = 2 + random.nextInt(6); n > 0; n--) {
          add("g" + group + "-", type);
        }
      }
    }

    private void add(String prefix, String type) throws IOException {
      String name = prefix + pick(STEMS) + "." + type;
      String path = pick(FOLDERS) + "/" + name;
      switch (random.nextInt(12)) {
        case 0 -> link(path, "/dev/null");
        case 1 -> write(path, "");
        case 2 -> link(path, prefix + pick(STEMS) + "." + type);
        case 3, 4 -> link(path, pick(FOLDERS) + "/" + prefix + pick(STEMS) + "." + type);
        case 5 -> link(path, "/srv/" + (random.nextBoolean() ? name : "gone.service"));
        case 6, 7, 8 -> dropIn(prefix, type);
        default -> write(path, body(type));
      }
      write("/srv/" + name, body(type));
    }

    private void dropIn(String prefix, String type) throws IOException {
      var owners = new ArrayList<>(STEMS.stream().map(s -> prefix + s).toList());
      owners.addAll(List.of(prefix + "a-", prefix, prefix + "a-@", prefix + "a-@x"));
      String folder = pick(FOLDERS) + "/" + pick(owners) + "." + type + ".d/";
      String file = pick(List.of("10.conf", "20.conf", "30.conf", ".h.conf", "x", "y.conf~"));
      if (random.nextInt(6) == 0) {
        link(folder + file, "/dev/null");
      } else {
        write(folder + file, random.nextInt(6) == 0 ? "" : "[Unit]\nDescription=y\n");
      }
    }

    private static String body(String type) {
      return switch (type) {
        case "service" -> "[Service]\nExecStart=/bin/true\n";
        case "socket" -> "[Socket]\nListenStream=/run/x\n";
        case "timer" -> "[Timer]\nOnBootSec=1\n";
        case "path" -> "[Path]\nPathExists=/x\n";
        default -> "[Unit]\nDescription=z\n";
      };
    }

    private String pick(List<String> from) {
      return from.get(random.nextInt(from.size()));
    }

    private void write(String path, String text) throws IOException {
      var file = root.resolve(path.substring(1));
      Files.createDirectories(file.getParent());
      if (!Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        Files.writeString(file, text);
      }
    }

    private void link(String path, String target) throws IOException {
      var link = root.resolve(path.substring(1));
      Files.createDirectories(link.getParent());
      if (!Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        Files.createSymbolicLink(link, Path.of(target));
      }
    }
  }
}
