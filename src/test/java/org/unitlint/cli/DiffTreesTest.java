package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** The trees of real and invented machines: the same twice, and with one change of a unit. */
class DiffTreesTest {
  private static final Path COPIES = Path.of("target", "diff");
  private static final String UNIT =
      "[Unit]\nDescription=Seed\nAfter=multi-user.target\n[Service]\nExecStart=/bin/true\n";

  @ParameterizedTest
  @ValueSource(strings = {"minimal", "server", "lab-01", "lab-02", "lab-03", "lab-04"})
  void oneChangeIsTold(String name) throws Exception {
    var tree = Shared.tree(name).toAbsolutePath();
    var copy = COPIES.resolve(name).toAbsolutePath();
    Files.createDirectories(copy.getParent());
    Shared.run(List.of("rm", "-rf", copy.toString()));
    Shared.run(List.of("cp", "-a", tree.toString(), copy.toString()));
    var same = Run.in(tree, "diff", tree.toString(), copy.toString());
    assertEquals("Nothing changes.\n", same.out(), same.err());
    var folder = Files.createDirectories(copy.resolve("etc/systemd/system"));
    Files.writeString(folder.resolve("seed.service"), UNIT);
    var run = Run.in(tree, "diff", "--format", "json", tree.toString(), copy.toString());
    assertEquals(0, run.status(), run.err());
    var facts = DiffFacts.of(run.out());
    assertEquals(Set.of("unit added seed.service"), facts.direct());
    assertTrue(
        facts.follows().contains("dependency new seed.service After multi-user.target"),
        facts.follows()::toString);
    assertTrue(
        facts.follows().stream().allMatch(f -> f.startsWith("finding") || f.contains("seed")),
        facts.follows()::toString);
  }
}
