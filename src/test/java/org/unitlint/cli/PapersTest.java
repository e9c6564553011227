package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.cli.manual.Outline;
import org.unitlint.cli.manual.Values;

/** Manual pages and completions: complete, without faults, and doing what shells ask for. */
class PapersTest {
  private static final Path HOME = Path.of(System.getProperty("unitlint.basedir", "."));
  private static final Outline PROGRAM = CompletionCommand.outline();

  @TempDir static Path share;

  @BeforeAll
  static void write() throws IOException {
    Papers.write(share, Files.readString(HOME.resolve("docs/configuration.md")));
  }

  @TestFactory
  Stream<DynamicTest> everyCommandHasAPageWithAllItsOptions() {
    return PROGRAM.commands().stream()
        .map(c -> dynamicTest(c.name(), () -> hasAll(c, page("unitlint-" + c.name() + ".1"))));
  }

  private static void hasAll(Outline command, String page) {
    assertTrue(page.startsWith(".TH \"UNITLINT-"), page);
    for (Outline.Option option : command.options()) {
      assertTrue(page.contains(option.name().replace("-", "\\-")), option::name);
    }
  }

  private static String page(String name) throws IOException {
    return Files.readString(share.resolve("man/man1").resolve(name));
  }

  @Test
  void thePageOfTheConfigurationKnowsEveryHeading() throws IOException {
    var page = Files.readString(share.resolve("man/man5/unitlint.toml.5"));
    try (var lines = Files.lines(HOME.resolve("docs/configuration.md"))) {
      var headings = lines.filter(l -> l.startsWith("## ")).map(l -> l.substring(3)).toList();
      assertTrue(headings.size() > 2);
      for (String heading : headings) {
        assertTrue(page.toUpperCase(Locale.ROOT).contains(heading.toUpperCase(Locale.ROOT)));
      }
    }
  }

  @Test
  void mandocFindsNoFault() throws Exception {
    try (var files = Files.walk(share.resolve("man"))) {
      for (Path page : files.filter(Files::isRegularFile).sorted().toList()) {
        assertEquals("", said("mandoc", "-Tlint", "-Wwarning", page.toString()));
      }
    }
  }

  @Test
  void shellsTakeTheirFiles() throws Exception {
    assertEquals("", said("bash", "-n", share + "/bash-completion/completions/unitlint"));
    assertEquals("", said("zsh", "-n", share + "/zsh/vendor-completions/_unitlint"));
    assertEquals("", said("fish", "-n", share + "/fish/vendor_completions.d/unitlint.fish"));
  }

  /** The words stand in the help, so that they do not part from what the commands take. */
  @TestFactory
  Stream<DynamicTest> wordsOfOptionsAreTold() {
    var many = Set.of("--select", "--ignore", "--severity", "--target-version", "--job", "--mode");
    return PROGRAM.commands().stream()
        .flatMap(
            c ->
                c.options().stream()
                    .filter(o -> o.values().kind() == Values.Kind.WORDS)
                    .filter(o -> !many.contains(o.name()) && !isSeverityOfBoot(c, o))
                    .map(o -> dynamicTest(c.name() + " " + o.name(), () -> told(o))));
  }

  private static boolean isSeverityOfBoot(Outline command, Outline.Option option) {
    return option.name().equals("--fail-on") && !command.name().equals("check");
  }

  private static void told(Outline.Option option) {
    for (String word : option.values().words()) {
      assertTrue(option.description().contains(word), () -> word + ": " + option.description());
    }
  }

  /** What bash offers behind a line, in the words that readline makes of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unitlint ch|unitlint ch|check",
        "unitlint --ver|unitlint --ver|--version",
        "unitlint check --fo|unitlint check --fo|--format=",
        "unitlint check --format=s|unitlint check --format = s|sarif",
        "unitlint check --format s|unitlint check --format s|sarif",
        "unitlint rules --format=|unitlint rules --format =|text json",
        "unitlint check --select S001,U214|unitlint check --select S001,U214|S001,U214",
        "unitlint check --ignore=S001,U214|unitlint check --ignore = S001,U214|S001,U214",
        "unitlint explain oneshot-res|unitlint explain oneshot-res|oneshot-restart",
        "unitlint explain ExecStartP|unitlint explain ExecStartP|ExecStartPost ExecStartPre",
        "unitlint boot --mode iso|unitlint boot --mode iso|isolate",
        "unitlint why --root ROOT ho|unitlint why --root ROOT ho|horn.service horn.socket",
        "unitlint why --root=ROOT ho|unitlint why --root = ROOT ho|horn.service horn.socket",
        "unitlint why --root ROOT sto|unitlint why --root ROOT sto|storm.service",
        "unitlint completion |unitlint completion ''|bash zsh fish",
        "unitlint zzz --|unitlint zzz --|--help --no-pager --version",
      })
  void bashOffers(String line, String words, String offered) throws Exception {
    String root = HOME.resolve("testdata/graph/json/root").toString();
    var script =
        String.join(
            "\n",
            "source '" + share + "/bash-completion/completions/unitlint'",
            "COMP_LINE='" + line.replace("ROOT", root) + "'",
            line.endsWith("completion") ? "COMP_LINE+=' '" : "",
            "COMP_POINT=${#COMP_LINE}",
            "COMP_WORDS=(" + words.replace("ROOT", root) + ")",
            "COMP_CWORD=$((${#COMP_WORDS[@]} - 1))",
            "_unitlint unitlint x y",
            "echo \"${COMPREPLY[*]}\"");
    assertEquals(offered + "\n", said("bash", "-c", script));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unitlint ch|check",
        "unitlint check --format s|sarif",
        "unitlint boot --mode=iso|--mode=isolate",
        "unitlint explain oneshot-res|oneshot-restart",
        "unitlint why --root ROOT sto|storm.service",
      })
  void fishOffers(String line, String offered) throws Exception {
    String root = HOME.resolve("testdata/graph/json/root").toString();
    var script =
        String.join(
            "\n",
            "source '" + share + "/fish/vendor_completions.d/unitlint.fish'",
            "complete -C '" + line.replace("ROOT", root) + "' | string replace -r '\\t.*' ''");
    String said = said("fish", "--no-config", "-c", script);
    assertTrue(said.isEmpty() || said.equals(offered + "\n"), said);
  }

  /** What the program prints; nothing where it is not installed. */
  private static String said(String... command) throws Exception {
    var path = System.getenv().getOrDefault("PATH", "").split(":");
    if (Stream.of(path).noneMatch(f -> Files.isExecutable(Path.of(f, command[0])))) {
      return "";
    }
    var builder = new ProcessBuilder(List.of(command)).redirectErrorStream(true);
    var process = builder.start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said;
  }
}
