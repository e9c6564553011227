package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** The ports of a real machine are those that a look at the text of its files gives. */
class PortsDifferentialTest {
  private static final String UNITS = "usr/lib/systemd/system";
  private static final Pattern LISTEN = Pattern.compile("Listen\\w+\\s*=\\s*\\S.*");
  private static final Pattern SERVED = Pattern.compile("(?s)service\\s+(\\S+)\\s*\\{([^}]*)}");
  private static final Pattern DISABLED = Pattern.compile("(?m)^\\s*disable\\s*=\\s*yes");

  @Test
  void everySocketUnitIsListed() throws IOException, InterruptedException {
    var root = Shared.tree("server");
    var expected = new TreeSet<String>();
    try (Stream<Path> files = Files.list(root.resolve(UNITS))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".socket")).toList()) {
        var lines = Files.isSymbolicLink(file) ? List.<String>of() : Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (LISTEN.matcher(lines.get(i)).matches()) {
            expected.add(root.relativize(file) + ":" + (i + 1));
          }
        }
      }
    }
    var listed = new TreeSet<String>();
    listening(root, "--all").stream()
        .filter(l -> l.get("activation").equals("socket"))
        .forEach(l -> listed.add(l.get("file") + ":" + l.get("line")));
    assertTrue(expected.size() > 50);
    assertEquals(expected, listed);
  }

  @Test
  void everyServiceOfXinetdIsListed() throws IOException, InterruptedException {
    var root = Shared.tree("server");
    var expected = new TreeSet<String>();
    try (Stream<Path> files = Files.list(root.resolve("etc/xinetd.d"))) {
      for (Path file : files.filter(f -> !f.getFileName().toString().contains(".")).toList()) {
        var service = SERVED.matcher(Files.readString(file));
        while (service.find()) {
          if (!DISABLED.matcher(service.group(2)).find()) {
            expected.add(root.relativize(file) + " " + service.group(1));
          }
        }
      }
    }
    var listed = new TreeSet<String>();
    listening(root).stream()
        .filter(l -> l.get("activation").equals("xinetd"))
        .forEach(l -> listed.add(l.get("file") + " " + l.get("name")));
    assertTrue(!expected.isEmpty());
    assertEquals(expected, listed);
  }

  @Test
  void whatIsEnabledIsListedAtOnce() throws IOException, InterruptedException {
    var root = Shared.tree("server");
    var expected = new TreeSet<String>();
    for (String folder : List.of("etc/systemd/system", UNITS)) {
      try (Stream<Path> links = Files.list(root.resolve(folder + "/sockets.target.wants"))) {
        links.forEach(l -> expected.add(l.getFileName().toString()));
      }
    }
    var listed = new TreeSet<Object>();
    listening(root).forEach(l -> listed.add(l.get("unit")));
    expected.removeAll(listed);
    assertEquals(new TreeSet<String>(), expected);
  }

  @Test
  void nothingCollides() throws IOException, InterruptedException {
    var run = Run.in(Shared.tree("server"), "ports", "--root", ".", "--format", "json", "--all");
    assertEquals(List.of(), Json.list(Json.object(Json.parse(run.out())).get("findings")));
    assertEquals(0, run.status(), run.err());
  }

  private static List<Map<String, Object>> listening(Path root, String... options)
      throws IOException {
    var words =
        Stream.concat(Stream.of("ports", "--root", ".", "--format", "json"), Stream.of(options));
    var run = Run.in(root, words.toArray(String[]::new));
    var answer = Json.object(Json.parse(run.out()));
    return Json.list(answer.get("listening")).stream().map(Json::object).toList();
  }
}
