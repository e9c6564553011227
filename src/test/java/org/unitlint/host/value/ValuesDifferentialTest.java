package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Setup;
import org.unitlint.host.Unit;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.DiskTree;
import org.unitlint.support.Json;
import org.unitlint.support.Shared;

/**
 * Of invented values of each kind the same are wrong for us as for systemd 252.
 *
 * <p>Each file {@code *-samples.tsv} beside this class lists values of directives, right and wrong
 * ones, as {@code Section.Directive<TAB>value}; from them more are made by small changes. {@code
 * -Dunitlint.values=N} makes N of each directive, {@code -Dunitlint.directives=REGEX} asks of some
 * directives only, {@code -Dunitlint.seed=N} makes others.
 */
@Tag("differential")
class ValuesDifferentialTest {
  private static final int VALUES = Integer.getInteger("unitlint.values", 60);
  private static final long SEED = Long.getLong("unitlint.seed", 1);
  private static final Pattern DIRECTIVES =
      Pattern.compile(System.getProperty("unitlint.directives", ".*"));
  private static final Pattern SPECIFIER = Pattern.compile("%[A-Za-z]");

  /**
   * Unknown specifiers are looked for in values as they are written: those that quotes and escapes
   * make are not found, and those in parts that systemd does not expand are.
   */
  private static final Pattern AS_WRITTEN =
      Pattern.compile(".*%[\"'\\\\].*|.* (TemporaryFileSystem|SetCredential\\w*)=.*%.*");

  /** What systemd says of a directive, not of its value. */
  private static final String OLD = "will be removed soon";

  /** Specifiers whose meaning rests on the machine that systemd runs on, or on the run. */
  private static final Pattern OF_MACHINE = Pattern.compile("%[abABdHlmMorvWwq]");

  private static final String SIGNS = " -+:/.,~!@%*=0159abkKMGsS_\"'\\[]{}()|&$#";

  @TestFactory
  Stream<DynamicTest> sameValuesAreWrong() throws IOException {
    var tool = Shared.path("oracle/verify-messages");
    Shared.needsProgram("/usr/bin/systemd-analyze");
    Shared.needsRoot();
    var byFile = new TreeMap<String, Map<String, List<String>>>();
    for (String file : List.of("numbers", "words", "paths", "addresses")) {
      byFile.put(file, samples(file + "-samples.tsv"));
    }
    return byFile.entrySet().stream()
        .map(e -> dynamicTest(e.getKey(), () -> compare(e.getValue(), tool)));
  }

  private static Map<String, List<String>> samples(String file) throws IOException {
    var samples = new TreeMap<String, List<String>>();
    try (var in = ValuesDifferentialTest.class.getResourceAsStream(file)) {
      if (in == null) {
        return samples;
      }
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = line.split("\t", 2);
        if (cells.length == 2 && DIRECTIVES.matcher(cells[0]).matches()) {
          samples.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(cells[1]);
        }
      }
    }
    return samples;
  }

  private static void compare(Map<String, List<String>> samples, Path tool) throws Exception {
    var root = Files.createTempDirectory("values");
    try {
      var units = Files.createDirectories(root.resolve("etc/systemd/system"));
      var random = new Random(SEED);
      samples.forEach((directive, seeds) -> write(units, directive, values(seeds, random)));
      var theirs = theirs(root, tool);
      var ours = ours(root);
      var wrong = new ArrayList<String>();
      for (var entry : ours.entrySet()) {
        String said = theirs.get(entry.getKey());
        boolean different = said == null != entry.getValue().isEmpty();
        if (different
            && !restsOnMachine(entry.getKey(), said)
            && !AS_WRITTEN.matcher(entry.getKey()).matches()) {
          wrong.add(
              entry.getKey()
                  + "\n    systemd: "
                  + (said == null ? "takes it" : said)
                  + "\n    here:    "
                  + (entry.getValue().isEmpty() ? "right" : entry.getValue()));
        }
      }
      assertEquals(
          List.of(), wrong, () -> wrong.size() + " of " + ours.size() + "\n" + lines(wrong));
    } finally {
      delete(root);
    }
  }

  /**
   * Whether systemd says what no grammar can know: what specifiers stand for on this machine, which
   * network interfaces it has; or what another rule tells, of old folders.
   */
  private static boolean restsOnMachine(String line, String said) {
    return said != null
        && (SPECIFIER.matcher(line).find()
            || said.endsWith("No such device")
            || said.contains("legacy directory"));
  }

  private static String lines(List<String> wrong) {
    return String.join("\n", wrong);
  }

  private static void delete(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }

  /** The samples themselves, then changes of them. */
  private static List<String> values(List<String> seeds, Random random) {
    var values = new LinkedHashSet<String>(seeds);
    for (int i = 0; values.size() < VALUES && i < VALUES * 20; i++) {
      String value = seeds.get(random.nextInt(seeds.size()));
      for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
        value = changed(value, seeds, random);
      }
      if (!OF_MACHINE.matcher(value.replaceAll("[\"'\\\\]", "")).find()) {
        values.add(value.strip());
      }
    }
    values.removeIf(v -> v.endsWith("\\") || v.isEmpty());
    return List.copyOf(values);
  }

  private static String changed(String value, List<String> seeds, Random random) {
    int at = random.nextInt(value.length() + 1);
    int end = Math.min(value.length(), at + 1);
    String sign = String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
    String other = seeds.get(random.nextInt(seeds.size()));
    return switch (random.nextInt(6)) {
      case 0 -> value.substring(0, at) + value.substring(end);
      case 1 -> value.substring(0, at) + sign + value.substring(at);
      case 2 -> value.substring(0, at) + sign + value.substring(end);
      case 3 -> value.substring(0, at) + other;
      case 4 -> value + " " + other;
      default -> value.substring(0, at) + value.substring(0, end);
    };
  }

  /** One unit with all values, or one for each where the first wrong one ends the reading. */
  private static void write(Path units, String directive, List<String> values) {
    String section = directive.substring(0, directive.indexOf('.'));
    String name = directive.substring(directive.indexOf('.') + 1);
    boolean fatal =
        Catalog.standard().directive(section, name).orElseThrow().onInvalid()
            == OnInvalid.UNIT_REJECTED;
    String suffix = section.equals("Unit") ? "service" : section.toLowerCase();
    var lines = values.stream().map(v -> name + "=" + v).toList();
    int files = fatal ? lines.size() : 1;
    for (int i = 0; i < files; i++) {
      var some = fatal ? lines.subList(i, i + 1) : lines;
      String text = "[" + section + "]\n" + String.join("\n", some) + "\n";
      try {
        Files.writeString(units.resolve(section + "_" + name + "_" + i + "." + suffix), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What systemd says, by file and line. */
  private static Map<String, String> theirs(Path root, Path tool) throws Exception {
    var said = new TreeMap<String, String>();
    String json = Shared.run(List.of(tool.toString(), root.toString(), "--together"));
    var units = Json.object(Json.object(Json.parse(json)).get("units"));
    for (Object unit : units.values()) {
      for (Object message : Json.list(Json.object(unit).get("messages"))) {
        var fields = Json.object(message);
        String text = fields.get("message").toString();
        if (fields.containsKey("line") && !isNotice(text)) {
          said.put(
              key(root, Path.of(fields.get("file").toString()), fields.get("line").toString()),
              text);
        }
      }
    }
    return said;
  }

  /** What is no fault of the value itself. */
  private static boolean isNotice(String message) {
    return message.contains("legacy directory")
        || message.contains("nobody")
        || message.contains(OLD);
  }

  private static String key(Path root, Path file, String line) throws IOException {
    String name = file.getFileName().toString();
    var lines = Files.readAllLines(root.resolve("etc/systemd/system").resolve(name));
    return name + ":" + line + " " + lines.get(Integer.parseInt(line) - 1);
  }

  /** What is wrong for us with each setting. */
  private static Map<String, List<String>> ours(Path root) throws IOException {
    var machine = new Machine(new DiskTree(root), Setup.machine(Scope.SYSTEM, 252));
    var values = machine.values();
    var flaws = new TreeMap<String, List<String>>();
    for (Unit unit : machine.units()) {
      for (Setting setting : unit.settings().all()) {
        var file = Path.of(setting.file().path());
        var parsed = values.read(setting, unit.name());
        if (setting.text().contains("%") && parsed.equals(Parsed.unknown())) {
          // Only the running machine knows what the specifier stands for.
          continue;
        }
        var told =
            parsed.flaws().stream()
                .filter(f -> f.effect() != Effect.SILENT && f.effect() != Effect.LATE)
                .map(ValueFlaw::message)
                .toList();
        flaws.put(key(root, file, String.valueOf(setting.place().line())), told);
      }
    }
    return flaws;
  }
}
