package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** People who look at a unit want to know what it is for. See systemd.unit(5), Description=. */
final class MissingDescription implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U317", "missing-description", HINT, "a unit without `Description=`");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return unit.fragment().stream()
        .filter(f -> !facts.isShipped(f.path()) && unit.settings("Unit", "Description").isEmpty())
        .filter(f -> f.tree().sections().stream().anyMatch(s -> s.header().isValid()))
        .map(
            f ->
                RULE.at(
                        facts.place(f.path()),
                        "`%s` is shown by its name only: it has no `Description=`",
                        unit.name().toString())
                    .help("add `Description=` to [Unit], a few words without full stop"));
  }
}
