package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** Nothing can be both before and after another. See systemd.unit(5), "Before=, After=". */
final class ContradictingOrder implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D336", "contradicting-order", ERROR, "a unit is ordered both before and after another");
  private static final Subject SUBJECT = Subject.ANY.with("Before");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    var said = new Said(unit, facts);
    var before = new HashMap<String, Mention>();
    said.in(Set.of("Before")).forEach(m -> said.own(m).ifPresent(n -> before.putIfAbsent(n, m)));
    if (before.isEmpty()) {
      return Stream.empty();
    }
    unit.names().forEach(before::remove);
    before.keySet().removeIf(n -> n.endsWith(".device"));
    said.in(Set.of("Conflicts")).forEach(m -> said.own(m).ifPresent(before::remove));
    before.keySet().removeIf(n -> isCycle(unit, n, facts));
    return said.in(Set.of("After"))
        .flatMap(
            after ->
                said
                    .own(after)
                    .filter(before::containsKey)
                    .map(n -> finding(after, before.remove(n)))
                    .stream());
  }

  /** Whether the two are started together, so that a rule for cycles tells what it costs. */
  private static boolean isCycle(Unit unit, String other, Facts facts) {
    var pair = Set.of(unit.name().toString(), other);
    return facts.cycles().stream()
        .anyMatch(c -> c.anchor().isPresent() && Set.copyOf(c.units()).equals(pair));
  }

  private static Diagnostic finding(Mention after, Mention before) {
    return RULE.at(after.place(), "`After=%s` contradicts `Before=`", after.written())
        .label(before.place(), "ordered before it here")
        .note("where both are started, systemd leaves one of the two out")
        .help("keep one of the two");
  }
}
