package org.unitlint.host.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.CommandLine;
import org.unitlint.syntax.UnitFile;

/** Words of xinetd mean the same in a unit. */
class QuotingTest {
  private static final int ROUNDS = 3000;
  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "7",
          "-",
          "@",
          ":",
          "+",
          "!",
          "|",
          ";",
          "\\;",
          "%",
          "%h",
          "%%",
          "$",
          "$X",
          "${X}",
          "$$",
          "\\",
          "\\x41",
          "\\n",
          "\"",
          "'",
          "`",
          "#",
          "=",
          "{",
          "}",
          "*",
          "~",
          "/",
          ".",
          ",",
          "\u001B",
          "\u007F",
          "\u0001",
          "\r",
          "\f",
          "\u000B",
          "\u00E4",
          "\u4E2D",
          "\uD83D\uDE00",
          "\uDC80",
          "\uDCFF",
          "\u202E",
          "\u00A0",
          "\uFFFE",
          "\uFDD0",
          "\u2028",
          "\u0085");

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "plain plain",
        "-x -x",
        "@x @x",
        "a=b a=b",
        "#a \"#a\"",
        "a# a#",
        "50% 50%%",
        "%h %%h",
        "$X $$X",
        "a$ a$$",
        "; \";\"",
        ";; ;;",
        "a\\b \"a\\\\b\"",
        "\\; \"\\\\;\"",
        "a\"b \"a\\\"b\"",
        "it's \"it's\"",
        "\u00E4 \u00E4",
        "\uDCE4 \"\\xe4\"",
        "a\u001B[0m \"a\\x1b[0m\"",
      })
  void argumentsMeanThemselves(String word, String written) {
    assertEquals(written, Quoting.argument(word));
  }

  @Test
  void anEmptyWordIsAWord() {
    assertEquals("\"\"", Quoting.argument(""));
  }

  @Test
  void everyWordReadsBackAsItself() {
    var random = new Random(8);
    for (int i = 0; i < ROUNDS; i++) {
      var words = words(random);
      String flags = random.nextInt(3) == 0 ? "flags = NAMEINARGS" : "nice = 1";
      String text = Services.stream("x", "port = 9", "type = UNLISTED", flags, args(words));
      var found = Services.converted(text, Services.VERSION);
      var run = Services.read(text).get(0).run();
      assertReadsBack(run.server(), run.arguments(), Services.text(found, "x@.service"));
    }
  }

  private static String args(List<String> words) {
    return "server_args = " + String.join(" ", words);
  }

  private static List<String> words(Random random) {
    var words = new ArrayList<String>();
    for (int w = 0; w <= random.nextInt(5); w++) {
      var word = new StringBuilder();
      for (int c = 0; c <= random.nextInt(6); c++) {
        word.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      words.add(word.toString());
    }
    return words;
  }

  private static void assertReadsBack(String server, List<String> arguments, String text) {
    assertEquals(text, Utf8.decode(Utf8.encode(text)));
    assertFalse(text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF), text);
    var file = UnitFile.parse(Source.of("x@.service", text));
    var values = file.sections().stream().flatMap(s -> s.assignments().stream());
    var exec = values.filter(a -> a.name().equals("ExecStart")).toList();
    assertEquals(1, exec.size(), text);
    var line = CommandLine.parse(exec.get(0).value(), Services.VERSION);
    assertEquals(List.of(), line.flaws(), text);
    assertEquals(1, line.commands().size(), text);
    var command = line.commands().get(0);
    var argv = new ArrayList<String>();
    argv.add(command.argv0().map(w -> meant(w.text())).orElse(name(server)));
    command.arguments().forEach(w -> argv.add(meant(w.text())));
    assertEquals(server, command.path().text().replace("%%", "%"));
    assertEquals(arguments, argv, text);
  }

  private static String name(String server) {
    return server.substring(server.lastIndexOf('/') + 1);
  }

  /** What systemd makes of specifiers and variables, of which there must be none. */
  private static String meant(String word) {
    String specified = word.replace("%%", "\u0000");
    assertFalse(specified.contains("%"), word);
    String replaced = specified.replace("\u0000", "%").replace("$$", "\u0000");
    assertFalse(replaced.contains("$"), word);
    return replaced.replace("\u0000", "$");
  }

  @Test
  void everyVariableReadsBackAsItself() {
    var random = new Random(9);
    for (int i = 0; i < ROUNDS / 3; i++) {
      var words = words(random).stream().map(w -> "V=" + w).toList();
      String env = "env = " + String.join(" ", words);
      String text = Services.stream("x", "port = 9", "type = UNLISTED", env);
      var written = Services.read(text).get(0).setting("env").orElseThrow().words();
      var found = Services.converted(text, Services.VERSION);
      long lost =
          found.conversions().get(0).notes().stream()
              .filter(n -> n.attribute().equals("env") && n.exactness() == Exactness.NONE)
              .count();
      var read = variables(Services.text(found, "x@.service"));
      assertEquals(written.size(), read.size() + lost);
      assertTrue(written.containsAll(read), written + " " + read);
    }
  }

  private static List<String> variables(String text) {
    var tree = new MemoryTree().file("/u/x@.service", text);
    var setup = Setup.folders(Scope.SYSTEM, Services.VERSION, List.of("/u"));
    var machine = new Machine(tree, setup);
    var unit = machine.unit(UnitName.parse("x@1.service").orElseThrow());
    var read = new ArrayList<String>();
    for (var setting : unit.settings("Service", "Environment")) {
      var parsed = machine.values().read(setting, unit.name());
      assertTrue(parsed.isTaken(), parsed::toString);
      for (Object entry : (List<?>) parsed.value().orElseThrow()) {
        var pair = (java.util.Map.Entry<?, ?>) entry;
        read.add(pair.getKey() + "=" + pair.getValue());
      }
    }
    return read;
  }

  @Test
  void commentsAreOneLineEach() {
    String text = Services.stream("x", "port = 9", "type = UNLISTED", "banner = /a\u0001\rb\u2028");
    String unit = Services.text(Services.converted(text, Services.VERSION), "x.socket");
    String comments = unit.lines().filter(l -> l.startsWith("#")).collect(Collectors.joining());
    assertTrue(comments.contains("banner = /a??b?"), unit);
  }
}
