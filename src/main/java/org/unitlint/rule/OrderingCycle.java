package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.graph.Cycle;
import org.unitlint.source.Place;

/**
 * Units that wait for each other, so that systemd leaves one out. See systemd.unit(5), "After=".
 */
final class OrderingCycle implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("D320", "ordering-cycle", ERROR, "units that wait for each other");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return CycleFinding.seenFrom(finding, wanted);
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return CycleFinding.all(RULE, facts, c -> c.anchor().isPresent() && !c.isFatal())
        .map(f -> f.diagnostic().as(severity(f.cycle(), facts)));
  }

  /** At each boot it is sure to break something; else only when that unit is started. */
  private static Severity severity(Cycle cycle, Facts facts) {
    return CycleFinding.isDefault(cycle, facts) ? ERROR : WARNING;
  }
}
