package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** An empty file masks the unit. See systemd.unit(5), "Description". */
final class EmptyUnitFile implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L212", "empty-unit-file", WARNING, "an empty file, which masks the unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.units().stream()
        .filter(u -> u.state() == LoadState.MASKED && isEmptyFile(u.fragmentPath(), facts))
        .map(u -> finding(u, facts));
  }

  private static boolean isEmptyFile(String path, Facts facts) {
    var node = facts.machine().node(path);
    return node.is(Node.Kind.FILE) && node.size() == 0;
  }

  private static Diagnostic finding(Unit unit, Facts facts) {
    return RULE.at(
            facts.place(unit.fragmentPath()),
            "`%s` is empty, which masks the unit",
            Paths.name(unit.fragmentPath()))
        .note("systemd refuses to start a masked unit")
        .help("write the unit, or link it to `/dev/null` if the mask is meant")
        .about(unit.name().toString());
  }
}
