package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unitlint.report.ci.Sarif;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What docs/ci.md shows works: its YAML is YAML, its commands run in testdata/readme and write what
 * they say, and console blocks show what is printed. {@code -Dgolden=update} rewrites those.
 */
class CiPageTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Path PAGE = BASE.resolve("docs/ci.md");
  private static final Path FOLDER = BASE.resolve("testdata/readme");
  private static final Pattern COMMAND = Pattern.compile("unitlint (check [^|'\n]*)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");

  @TempDir Path copy;

  private static List<String> blocks(String... kinds) throws IOException {
    return BLOCK
        .matcher(Files.readString(PAGE))
        .results()
        .filter(b -> Arrays.asList(kinds).contains(b.group(1)))
        .map(b -> b.group(2))
        .toList();
  }

  @Test
  void snippetsAreYaml() throws IOException {
    var snippets = blocks("yaml");
    assertFalse(snippets.isEmpty());
    for (String snippet : snippets) {
      var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      assertTrue(Json.object(yaml.load(snippet)).size() > 0, snippet);
    }
  }

  @Test
  void commandsWriteWhatTheySay() throws Exception {
    try (var files = Files.walk(FOLDER)) {
      for (Path file : files.skip(1).toList()) {
        Files.copy(
            file, copy.resolve(FOLDER.relativize(file).toString()), LinkOption.NOFOLLOW_LINKS);
      }
    }
    int reports = 0;
    for (String block : blocks("yaml", "groovy", "sh")) {
      var commands = COMMAND.matcher(block).results().map(m -> m.group(1)).toList();
      assertFalse(commands.isEmpty(), block);
      for (String command : commands) {
        var words = Arrays.asList(Run.words(command));
        var run = Run.in(copy, words.toArray(String[]::new));
        boolean passes = words.contains("--exit-zero") || words.contains("--write-baseline");
        assertTrue(run.status() == 0 || run.status() == 1 && !passes, command + run.err());
        int output = words.indexOf("--output");
        if (output >= 0) {
          String format = words.get(words.indexOf("--format") + 1);
          verify(format, copy.resolve(words.get(output + 1)));
          reports++;
        }
      }
    }
    assertTrue(reports > 4);
  }

  private static void verify(String format, Path report) throws Exception {
    switch (format) {
      case "sarif" -> Sarif.assertValid(Files.readString(report));
      case "gitlab" -> assertFalse(Json.list(Json.parse(Files.readString(report))).isEmpty());
      case "junit", "checkstyle" ->
          DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
      default -> fail(format);
    }
  }

  @Test
  void consoleBlocksShowWhatIsPrinted() throws IOException {
    var written = Files.readAllLines(PAGE);
    var actual = new ArrayList<String>();
    boolean printed = false;
    for (String line : written) {
      if (line.startsWith("$ unitlint ")) {
        printed = true;
        actual.add(line);
        var words = Run.words(line.substring(2));
        Run.in(FOLDER, Arrays.copyOfRange(words, 1, words.length))
            .out()
            .lines()
            .forEach(actual::add);
      } else if (!printed || line.equals("```")) {
        printed = false;
        actual.add(line);
      }
    }
    if ("update".equals(System.getProperty("golden")) && !written.equals(actual)) {
      Files.writeString(PAGE, String.join("\n", actual) + "\n");
      fail("rewritten, read it: " + PAGE);
    }
    assertEquals(String.join("\n", written), String.join("\n", actual));
  }
}
