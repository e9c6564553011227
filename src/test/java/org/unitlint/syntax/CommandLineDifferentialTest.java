package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.source.Source;
import org.unitlint.syntax.Command.Prefix;
import org.unitlint.syntax.CommandFlaw.Effect;

/** Reads random command lines and asks systemd what it makes of the same. */
@Tag("differential")
class CommandLineDifferentialTest {
  private static final Path ORACLE =
      Path.of(System.getProperty("unitlint.shared", "../shared"), "oracle");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final int LINES = 500;
  private static final long SEED = 20;
  private static final String HEAD =
      "[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nExecStart=/bin/true\nExecStart=";
  private static final List<String> STARTS =
      List.of("/bin/true", "/bin/true", "/bin/true", "true", "-", "@", ":", "+", "!", "!!", "");
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          " ",
          " ",
          "\t",
          "\\\n ",
          "\"",
          "\"",
          "'",
          "'",
          "\\x41",
          "\\101",
          "\\u00e9",
          "\\xc3\\xa9",
          "\\s",
          "\\z",
          "\\n",
          "\\\\",
          "\\\"",
          "\\",
          "\\400",
          "\\x0",
          "\\U0001f600",
          "-",
          "@",
          ":",
          "+",
          "!",
          "|",
          ";",
          " ; ",
          " ; ",
          "\\;",
          " \\; ",
          "$X",
          "${X}",
          "$$",
          "%%",
          "/bin/true",
          "true",
          "a b",
          "/",
          ".",
          "~",
          "\u00e9");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "(Ignoring unknown escape|Unbalanced quoting|Empty path|Executable name contains"
              + "|Executable path specifies|Neither a valid|Empty executable name)");

  @TempDir Path root;

  @BeforeAll
  static void systemdIsThere() {
    boolean there =
        Files.isExecutable(ORACLE.resolve("verify-messages"))
            && Files.isExecutable(ANALYZE)
            && "root".equals(System.getProperty("user.name"));
    if ("required".equals(System.getenv("UNITLINT_DIFFERENTIAL"))) {
      assertTrue(there, "verify-messages, systemd-analyze or the right to run them are missing");
    }
    assumeTrue(there);
  }

  @Test
  void complaintsAreThoseOfSystemd() throws Exception {
    var values = write();
    var said = ask("verify-messages", "--together");
    int version = version(said);
    var complaints = new LinkedHashMap<String, TreeSet<String>>();
    var unit = map(map(said.get("units")).get("*"));
    for (Object entry : (List<?>) unit.get("messages")) {
      var message = map(entry);
      String text = (String) message.get("message");
      if (message.get("file") instanceof String file) {
        add(complaints, Path.of(file).getFileName().toString(), complaint(text));
      } else if (text.endsWith(" has a bad unit file setting.")) {
        add(complaints, text.split(" ")[1], "refused");
      }
    }
    var differences = new ArrayList<String>();
    values.forEach(
        (name, value) -> {
          var ours = complaints(CommandLine.parse(value, version));
          var theirs = complaints.getOrDefault(name, new TreeSet<>());
          if (!isSame(ours, theirs)) {
            differences.add("%s: we %s, systemd %s".formatted(value, ours, theirs));
          }
        });
    assertEquals("", String.join("\n", differences));
  }

  @Test
  void wordsAreThoseOfSystemd() throws Exception {
    assumeTrue(Files.isExecutable(ORACLE.resolve("manager-dump")));
    var values = write();
    var target = new StringBuilder("[Unit]\nDefaultDependencies=no\n");
    values.keySet().forEach(name -> target.append("Wants=").append(name).append('\n'));
    Files.writeString(folder().resolve("all.target"), target);
    var said = ask("manager-dump", "--props", "--unit", "all.target");
    int version = version(said);
    var units = map(said.get("units"));
    var differences = new ArrayList<String>();
    int compared = 0;
    for (var entry : values.entrySet()) {
      var line = CommandLine.parse(entry.getValue(), version);
      var unit = map(units.get(entry.getKey()));
      if (!"loaded".equals(unit.get("load_state"))) {
        continue;
      }
      var theirs = new ArrayList<List<String>>();
      for (Object shown : (List<?>) map(unit.get("props")).get("Command Line")) {
        theirs.add(unquoted((String) shown));
      }
      theirs.remove(0);
      var ours = line.commands().stream().map(CommandLineDifferentialTest::words).toList();
      if (!ours.equals(theirs)) {
        differences.add("%s: we %s, systemd %s".formatted(entry.getValue(), ours, theirs));
      }
      compared++;
    }
    assertEquals("", String.join("\n", differences));
    assertTrue(compared > LINES / 5, "only " + compared + " units could be compared");
  }

  private Path folder() throws IOException {
    return Files.createDirectories(root.resolve("etc/systemd/system"));
  }

  /** Writes the units; the values of their last lines by the units' names. */
  private Map<String, Value> write() throws IOException {
    var random = new Random(SEED);
    var values = new LinkedHashMap<String, Value>();
    while (values.size() < LINES) {
      String text = HEAD + line(random) + "\n";
      var file = UnitFile.parse(Source.of("test.service", text));
      var service = file.sections().get(1);
      var value = service.assignments().get(service.assignments().size() - 1).value();
      if (!value.isEmpty() && service.junk().isEmpty()) {
        String name = "t%03d.service".formatted(values.size());
        Files.writeString(folder().resolve(name), text);
        values.put(name, value);
      }
    }
    return values;
  }

  private static String line(Random random) {
    var line = new StringBuilder();
    for (int i = random.nextInt(3); i > 0; i--) {
      line.append(STARTS.get(random.nextInt(STARTS.size())));
    }
    for (int i = random.nextInt(9); i > 0; i--) {
      line.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return line.toString();
  }

  private Map<?, ?> ask(String tool, String... options) throws Exception {
    var command = new ArrayList<>(List.of(ORACLE.resolve(tool).toString(), root.toString()));
    command.addAll(Arrays.asList(options));
    var out = root.resolve("out.json");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), tool + " takes too long");
    assertEquals(0, process.exitValue(), tool);
    try (var parser = new JsonFactory().createParser(out.toFile())) {
      parser.nextToken();
      return map(read(parser));
    }
  }

  private static Object read(JsonParser parser) throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      var map = new LinkedHashMap<String, Object>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        map.put(key, read(parser));
      }
      return map;
    }
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      var list = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(parser));
      }
      return list;
    }
    return parser.getText();
  }

  private static Map<?, ?> map(Object json) {
    return (Map<?, ?>) json;
  }

  private static int version(Map<?, ?> said) {
    return Integer.parseInt(((String) said.get("version")).replaceAll("\\D*(\\d+).*", "$1"));
  }

  private static void add(Map<String, TreeSet<String>> all, String name, Optional<String> what) {
    what.ifPresent(w -> add(all, name, w));
  }

  private static void add(Map<String, TreeSet<String>> all, String name, String what) {
    all.computeIfAbsent(name, n -> new TreeSet<>()).add(what);
  }

  private static Optional<String> complaint(String message) {
    var matcher = COMPLAINT.matcher(message);
    return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.of(message);
  }

  private static TreeSet<String> complaints(CommandLine line) {
    var complaints = new TreeSet<String>();
    for (CommandFlaw flaw : line.flaws()) {
      if (flaw.effect() != Effect.SILENT) {
        complaints.add(complaint(flaw.kind()));
      }
    }
    if (line.isRefused()) {
      complaints.add("refused");
    }
    return complaints;
  }

  private static String complaint(CommandFlaw.Kind kind) {
    return switch (kind) {
      case UNKNOWN_ESCAPE, TRAILING_BACKSLASH -> "Ignoring unknown escape";
      case UNCLOSED_QUOTE -> "Unbalanced quoting";
      case EMPTY_PATH -> "Empty path";
      case UNSAFE_CHARACTER -> "Executable name contains";
      case ENDS_IN_SLASH -> "Executable path specifies";
      case MISSING_ARGV0 -> "Empty executable name";
      default -> "Neither a valid";
    };
  }

  /** We say once what systemd says twice: an unknown escape in a path is unsafe, too. */
  private static boolean isSame(TreeSet<String> ours, TreeSet<String> theirs) {
    var said = new TreeSet<>(theirs);
    if (said.contains("Executable name contains") && !ours.contains("Ignoring unknown escape")) {
      said.remove("Ignoring unknown escape");
    }
    return ours.equals(said);
  }

  private static List<String> words(Command command) {
    var first = command.has(Prefix.ARGV0) ? command.argv0().stream() : Stream.of(command.path());
    return Stream.concat(first, command.arguments().stream())
        .map(word -> word.text().replace("%%", "%"))
        .toList();
  }

  /** The words of a line that systemd has quoted for a shell. */
  private static List<String> unquoted(String line) {
    String plain = line.replaceAll("\\\\([$`])", "$1");
    return Words.split(Value.of(Source.of("dump", plain), plain, 0), Words.Mode.COMMAND)
        .words()
        .stream()
        .map(Word::text)
        .toList();
  }
}
