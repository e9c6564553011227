package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * Of invented lines the rules of the families S and U1 call wrong what systemd 252 complains of.
 */
@Tag("differential")
class LinesDifferentialTest {
  private static final int UNITS = 500;
  private static final long SEED = 1;
  private static final List<String> LINES =
      List.of(
          "[Unit]",
          "[Service]",
          "[Install]",
          "[Foo]",
          "[X-Foo]",
          "[Unit",
          "[Unit] # c",
          " [Unit] ",
          "[unit]",
          "[Timer]",
          "[]",
          "[Un\"it]",
          "Description=a",
          "description=a",
          "Description = b",
          "Nice=5",
          "\tNice\t=\t5 ",
          "Nice",
          "=5",
          " = ",
          "# c",
          " ; c",
          "",
          "  ",
          "Foo=1",
          "X-Foo=1",
          "x-foo=1",
          "After=a.service",
          "Nice=\\",
          "  5",
          "Wants=b.service \\",
          "# in between\\",
          "Documentation=man:a(1) \\",
          "Nice=5\r",
          "Description=\u00e9",
          "CPUWeight=5",
          "WantedBy=a.target",
          "Exec\\",
          "Type=simple",
          "Names=x.service",
          "OnBootSec=5");

  /** Complaints about lines as such, whatever their values. */
  private static final Pattern ABOUT_LINES =
      Pattern.compile(
          "Unknown (key|section)|Missing '='|Missing key name|Invalid section header"
              + "|Bad characters in section|Assignment outside");

  @Test
  void areWrongWhereSystemdSaysSo(@TempDir Path root) throws IOException, InterruptedException {
    var tool = Shared.path("oracle/verify-messages");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var units = Files.createDirectories(root.resolve("etc/systemd/system"));
    var texts = new TreeMap<String, String>();
    var random = new Random(SEED);
    for (int i = 0; i < UNITS; i++) {
      String name = "u" + i + ".service";
      texts.put(name, text(random));
      Files.writeString(units.resolve(name), texts.get(name));
    }
    var said = said(Shared.run(List.of(tool.toString(), root.toString(), "--together")));
    var found = found(root);
    assertTrue(said.size() > UNITS / 4 && said.size() < UNITS, said.size() + " units");
    for (String name : texts.keySet()) {
      String text = name + ":\n" + texts.get(name);
      var theirs = said.getOrDefault(name, new TreeSet<>());
      var ours = found.getOrDefault(name, new TreeSet<>());
      assertEquals(theirs.isEmpty(), ours.isEmpty(), text);
      // Lines that follow each other make one finding, a joined line counts where it starts, and
      // systemd reads no further than a bad header.
      assertTrue(
          texts.get(name).contains("\\")
              || theirs.isEmpty()
              || theirs.containsAll(ours.headSet(theirs.last())),
          text + theirs + " but " + ours);
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder(random.nextInt(8) == 0 ? "" : "[Service]\nExecStart=/bin/true\n");
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      text.append(LINES.get(random.nextInt(LINES.size()))).append('\n');
    }
    return text.toString();
  }

  /** The lines of which systemd complains, by unit. */
  private static Map<String, TreeSet<Integer>> said(String json) throws IOException {
    var lines = new TreeMap<String, TreeSet<Integer>>();
    for (Object unit : Json.object(Json.object(Json.parse(json)).get("units")).values()) {
      for (Object message : Json.list(Json.object(unit).get("messages"))) {
        var fields = Json.object(message);
        if (fields.containsKey("file")
            && ABOUT_LINES.matcher(fields.get("message").toString()).find()) {
          lines
              .computeIfAbsent(name(fields.get("file").toString()), n -> new TreeSet<>())
              .add(((Long) fields.get("line")).intValue());
        }
      }
    }
    return lines;
  }

  private static String name(String path) {
    return Path.of(path).getFileName().toString();
  }

  private static Map<String, TreeSet<Integer>> found(Path root) {
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
    var rules =
        Rules.ALL.stream()
            .filter(r -> r.info().code().startsWith("S") || r.info().code().startsWith("U1"))
            .toList();
    var lines = new TreeMap<String, TreeSet<Integer>>();
    new Linter(machine, rules)
        .check(path -> true).diagnostics().stream()
            .filter(d -> d.severity().atLeast(Severity.WARNING))
            .filter(d -> !d.rule().code().equals("U111"))
            .filter(d -> !d.rule().code().equals("S010") && !d.rule().code().equals("S011"))
            .forEach(
                d ->
                    lines
                        .computeIfAbsent(name(d.place().source().name()), n -> new TreeSet<>())
                        .add(d.place().line()));
    return lines;
  }
}
