package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Run;
import org.unitlint.support.Shared;

/** The trees of real and invented machines: the same twice, and with one change of a unit. */
class DiffTreesTest {
  private static final Path COPIES = Path.of("target", "diff");
  private static final String UNIT =
      "[Unit]\nDescription=Seed\nAfter=multi-user.target\n[Service]\nExecStart=/bin/true\n";

  /** GitHub takes no longer ones. */
  @Test
  void aCommentHasALimit() throws Exception {
    var small = Shared.tree("minimal").toAbsolutePath().toString();
    var large = Shared.tree("server").toAbsolutePath().toString();
    for (var words : List.of(List.of(small, large), List.of(large, small))) {
      var all = new ArrayList<>(List.of("diff", "--format", "markdown"));
      all.addAll(words);
      int length = Run.in(Path.of("."), all.toArray(String[]::new)).out().length();
      assertTrue(length < 65_536, () -> words + ": " + length);
    }
  }

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
    var facts = DiffFacts.told(tree, tree.toString(), copy.toString());
    assertEquals(Set.of("unit added seed.service"), facts.direct());
    assertTrue(
        facts.follows().contains("dependency new seed.service After multi-user.target"),
        facts.follows()::toString);
    assertTrue(
        facts.follows().stream().allMatch(f -> f.startsWith("finding") || f.contains("seed")),
        facts.follows()::toString);
  }
}
