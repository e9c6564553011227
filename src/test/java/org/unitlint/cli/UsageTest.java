package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.rule.Rules;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/** What is said to somebody who mistypes, and what {@code rules} lists. */
class UsageTest {
  private static Run run(String line) {
    return Run.in(Path.of("."), Run.words(line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rules --fromat json|there is no option `--fromat`; did you mean `--format`?",
        "rules --fromat=json|there is no option `--fromat`; did you mean `--format`?",
        "check --Root /|there is no option `--Root`; did you mean `--root`?",
        "check --zzz|there is no option `--zzz`",
        "explain --hlep|there is no option `--hlep`; did you mean `--help`?",
        "--verison|there is no option `--verison`; did you mean `--version`?",
        "chekc|there is no command `chekc`; did you mean `check`?",
        "zzz a.service|there is no command `zzz`",
        "rules S X|there is one argument too many: `X`",
        "explain|there is no NAME",
        "rules not-a-uint|there is no rule `not-a-uint`; did you mean `not-a-unit`?",
        "graph --kind Wnats|--kind: there is no kind of dependency `Wnats`; did you mean `Wants`?",
        "graph --kind zzz|--kind: there is no kind of dependency `zzz`",
        "graph --format xml|--format cannot be `xml`; see unitlint graph --help",
        "graph --depth -1|--depth cannot be `-1`; see unitlint graph --help",
        "graph --generators run|--generators cannot be `run`; see unitlint graph --help",
        "graph --color blue|--color cannot be `blue`; see unitlint graph --help",
        "graph --target-version v252|`v252` is no version of systemd; write a number such as 252,"
            + " or a distribution such as debian-12",
        "graph --rot /|there is no option `--rot`; did you mean `--root`?",
        "graph -x|there is no option `-x`",
        "check --format josn|--format cannot be `josn`; did you mean `json`?",
        "check --format srif|--format cannot be `srif`; did you mean `sarif`?",
        "check --color alwyas|--color cannot be `alwyas`; did you mean `always`?",
        "check --fail-on warnign|--fail-on cannot be `warnign`; did you mean `warning`?",
        "check --generators emulat|--generators cannot be `emulat`; did you mean `emulate`?",
        "graph --format htlm|--format cannot be `htlm`; did you mean `html`?",
        "graph --fold leafs --format svg|--fold cannot be `leafs`; did you mean `leaves`?",
        "boot --mode isolat|--mode cannot be `isolat`; did you mean `isolate`?",
        "boot --job restrat|--job cannot be `restrat`; did you mean `restart`?",
        "rules --format jsno|--format cannot be `jsno`; did you mean `json`?",
        "rules --format xml|--format cannot be `xml`; see unitlint rules --help",
      })
  void mistakesAreNamed(String line, String said) {
    var run = run(line);
    assertEquals("unitlint: " + said, run.err().lines().findFirst().orElse(""));
    assertEquals("", run.out());
    assertEquals(2, run.status());
  }

  @Test
  void unitsOfTheRootBeginWithAHyphen(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("-.mount"), "[Mount]\nWhat=/dev/sda1\nWhere=/\nNoSuch=1\n");
    var run = Run.in(folder, "check", "--format", "gcc", "-.mount");
    assertTrue(run.out().startsWith("-.mount:4:1: error: unknown directive"), run::toString);
    assertEquals(1, run.status());
  }

  @Test
  void rulesAreListedByCodeOrName() {
    assertEquals(Rules.ALL.size(), run("rules").out().lines().count());
    var one = run("rules not-a-unit");
    assertEquals(one.out(), run("rules s001").out());
    assertTrue(one.out().startsWith("S001  not-a-unit  error    "), one::out);
    assertEquals(0, one.status());
  }

  @Test
  void rulesAreExplainedByCodeOrName() {
    var code = run("explain u214");
    assertEquals(code.out(), run("explain Oneshot-Restart").out());
    assertTrue(code.out().startsWith("U214 oneshot-restart (error)\n"), code::out);
    assertEquals(0, code.status());
  }

  @Test
  void rulesAreListedForPrograms() throws IOException {
    var all = Json.list(Json.object(Json.parse(run("rules --format json").out())).get("rules"));
    var codes = all.stream().map(r -> Json.object(r).get("code")).toList();
    assertEquals(List.copyOf(codes), Rules.ALL.stream().map(r -> r.info().code()).toList());
  }
}
