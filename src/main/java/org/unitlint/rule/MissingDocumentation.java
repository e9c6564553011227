package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** People who look at a unit want to know what it is for. See systemd.unit(5), Documentation=. */
final class MissingDocumentation implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U318", "missing-documentation", HINT, "a unit without `Documentation=`");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return unit.fragment().stream()
        .filter(f -> !facts.isShipped(f.path()) && unit.settings("Unit", "Documentation").isEmpty())
        .filter(f -> f.tree().sections().stream().anyMatch(s -> s.header().isValid()))
        .map(
            f ->
                RULE.at(
                        facts.place(f.path()),
                        "`%s` does not say where it is documented",
                        unit.name().toString())
                    .help("add `Documentation=` to [Unit], such as `man:foo(8)` or `https://…`"));
  }
}
