package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Paths;

/** A unit file is no program; systemd warns of its mode. See systemd.unit(5). */
final class ExecutableUnitFile implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U323", "executable-unit-file", INFO, "a unit file that is marked executable");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var tree = facts.machine().tree();
    String path = file.file().path();
    return Paths.resolve(tree, path).node().executable()
        ? Stream.of(
            RULE.at(facts.place(path), "`%s` is marked executable", file.name())
                .help("take the mark away: `chmod a-x " + file.name() + "`"))
        : Stream.empty();
  }
}
