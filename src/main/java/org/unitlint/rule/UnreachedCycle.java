package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Cycle;
import org.unitlint.source.Place;

/** Units that would wait for each other, were they ever started or stopped in one go. */
final class UnreachedCycle implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D322",
          "unreached-cycle",
          INFO,
          "units that would wait for each other if they were started together");

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
    return CycleFinding.all(RULE, facts, c -> c.anchor().isEmpty() && !isContradiction(c))
        .map(CycleFinding::diagnostic);
  }

  /** Whether one unit says it all, for which there is a rule of its own. */
  private static boolean isContradiction(Cycle cycle) {
    return cycle.edges().size() == 2
        && cycle.units().stream()
            .anyMatch(
                u ->
                    cycle.edges().stream()
                        .allMatch(
                            e ->
                                e.reasons().stream()
                                    .anyMatch(r -> r.isWritten() && r.unit().equals(u))));
  }
}
