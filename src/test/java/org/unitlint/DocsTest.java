package org.unitlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Json;
import org.unitlint.support.Run;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The pages that are followed from an empty folder: each command of a console block, in order, with
 * the lines behind {@code >} as a shell takes them, prints what stands below it. {@code
 * -Dgolden=update} rewrites that.
 */
class DocsTest {
  private static final Path BASE = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Path DOCS = BASE.resolve("docs");
  private static final boolean UPDATE = "update".equals(System.getProperty("golden"));
  private static final Pattern HEAD = Pattern.compile("(.*) \\| head -n (\\d+)");
  private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d+ s$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"getting-started.md", "suppressing.md", "roots.md", "packaging.md", "diff.md"})
  void consoleBlocksShowWhatIsPrinted(String name) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
    var page = DOCS.resolve(name);
    var written = Files.readAllLines(page);
    var actual = new ArrayList<String>();
    int shown = 0;
    boolean console = false;
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      actual.add(line);
      if (line.startsWith("```")) {
        console = line.equals("```console");
      } else if (console && line.startsWith("$ ")) {
        var command = new StringBuilder(line.substring(2));
        while (written.get(i + 1).startsWith(">")) {
          actual.add(written.get(++i));
          command.append('\n').append(written.get(i).replaceFirst("^> ?", ""));
        }
        shown++;
        var output = new ArrayList<String>();
        while (!written.get(i + 1).startsWith("$ ") && !written.get(i + 1).equals("```")) {
          output.add(written.get(++i));
        }
        var printed = printed(command.toString());
        actual.addAll(timeless(printed).equals(timeless(output)) ? output : printed);
      }
    }
    assertTrue(shown > 0, "the page shows nothing");
    if (UPDATE && !written.equals(actual)) {
      Files.writeString(page, String.join("\n", actual) + "\n");
      fail("rewritten, read it: " + page);
    }
    assertEquals(String.join("\n", written), String.join("\n", actual));
  }

  private static List<String> timeless(List<String> lines) {
    return lines.stream().map(l -> SECONDS.matcher(l).replaceAll("TIME")).toList();
  }

  private List<String> printed(String command) throws Exception {
    if (!command.startsWith("unitlint ")) {
      return shell(command);
    }
    var head = HEAD.matcher(command);
    boolean cut = head.matches();
    var words = Run.words(cut ? head.group(1) : command);
    var run = Run.in(folder, Arrays.copyOfRange(words, 1, words.length));
    assertTrue(run.status() < 2, command + ": " + run.err());
    long most = cut ? Long.parseLong(head.group(2)) : Long.MAX_VALUE;
    return Stream.concat(run.out().lines().limit(most), run.err().lines()).toList();
  }

  private List<String> shell(String command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder("/bin/sh", "-e", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(20, TimeUnit.SECONDS), command);
    assertEquals(0, process.exitValue(), command + out);
    return out.lines().toList();
  }

  @Test
  void hooksThatArePutIntoConfigurationsExist() throws IOException {
    var manifest = Files.readString(BASE.resolve(".pre-commit-hooks.yaml"));
    var blocks = YAML.matcher(Files.readString(DOCS.resolve("pre-commit.md"))).results().toList();
    assertFalse(blocks.isEmpty());
    for (var block : blocks) {
      Object all = new Yaml(new SafeConstructor(new LoaderOptions())).load(block.group(1));
      for (Object repo : Json.list(Json.object(all).get("repos"))) {
        for (Object hook : Json.list(Json.object(repo).get("hooks"))) {
          String id = "\n- id: " + Json.object(hook).get("id") + "\n";
          assertTrue(manifest.contains(id), id);
        }
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    var broken = new ArrayList<String>();
    try (var files = Files.list(DOCS)) {
      for (Path page : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        LINK.matcher(Files.readString(page))
            .results()
            .map(m -> m.group(1))
            .filter(l -> !l.contains("://") && !Files.exists(DOCS.resolve(l)))
            .forEach(l -> broken.add(page.getFileName() + ": " + l));
      }
    }
    assertEquals(List.of(), broken);
  }

  @Test
  void everyPageIsInTheIndex() throws IOException {
    var index = Files.readString(DOCS.resolve("README.md"));
    try (var files = Files.list(DOCS)) {
      var missing =
          files
              .map(f -> f.getFileName().toString())
              .filter(f -> f.endsWith(".md") && !f.equals("README.md"))
              .filter(f -> !index.contains("(" + f + ")"))
              .sorted()
              .toList();
      assertEquals(List.of(), missing);
    }
  }
}
