package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Cycle;
import org.unitlint.source.Place;

/**
 * Units that wait for each other and that one unit requires all, so that systemd refuses to start
 * it. See systemd.unit(5), "Requires=".
 */
final class UnstartableCycle implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("D321", "unstartable-cycle", ERROR, "required units that wait for each other");

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
    return CycleFinding.all(RULE, facts, Cycle::isFatal).map(CycleFinding::diagnostic);
  }
}
