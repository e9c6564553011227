package org.unitlint.host.xinetd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.convert.Conversions;
import org.unitlint.host.convert.Converter;
import org.unitlint.rule.Linter;
import org.unitlint.rule.Rules;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Utf8;

/** Whatever a configuration holds, each service is converted or refused, and the units load. */
class ConvertedLawsTest {
  private static final int ROUNDS = 400;

  @Test
  void unitsOfInventedFilesHaveNoErrors() {
    var random = new Random(12);
    int units = 0;
    for (int i = 0; i < ROUNDS; i++) {
      String text = RandomXinetd.file(random);
      int version = i % 2 == 0 ? 252 : 257;
      var tree = new MemoryTree().file("/etc/xinetd.conf", Utf8.encode(text), false);
      var machine = new Machine(tree, Setup.folders(Scope.SYSTEM, version, List.of()));
      var setup = XinetdSetup.machine(false).loose();
      var found = Converter.of(machine, setup);
      var config =
          XinetdConfig.read(tree, machine.programs(), machine.accounts(), setup).services();
      assertEquals(config.size(), found.conversions().size() + found.refusals().size(), text);
      units += found.conversions().size();
      assertNoErrors(found, version, text);
    }
    assertTrue(units > ROUNDS / 10, "few are converted: " + units);
  }

  private static void assertNoErrors(Conversions found, int version, String text) {
    var tree = new MemoryTree();
    var names = new HashSet<String>();
    for (var conversion : found.conversions()) {
      for (var unit : conversion.units()) {
        assertTrue(names.add(unit.name()), text);
        tree.file("/units/" + unit.name(), unit.text());
      }
    }
    var machine = new Machine(tree, Setup.folders(Scope.SYSTEM, version, List.of("/units")));
    var errors =
        new Linter(machine, Rules.ALL)
            .check(path -> true).diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .map(d -> d.place() + ": " + d.message())
                .toList();
    assertEquals(List.of(), errors, text);
  }
}
