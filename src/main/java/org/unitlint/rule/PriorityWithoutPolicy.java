package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * Only real-time policies have priorities; for others the kernel refuses them. See sched(7) and
 * systemd.exec(5), CPUSchedulingPriority=.
 */
final class PriorityWithoutPolicy implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U250",
          "priority-without-policy",
          ERROR,
          "`CPUSchedulingPriority=` without a real-time policy");
  private static final Subject SUBJECT = Subject.ANY.with("CPUSchedulingPriority");

  private static final Set<String> WITH_PRIORITY = Set.of("fifo", "rr");

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
    String section = unit.name().type().section();
    var accepted = Accepted.of(facts.machine(), unit);
    var policy = accepted.last(section, "CPUSchedulingPolicy");
    boolean has = policy.filter(p -> WITH_PRIORITY.contains(p.text())).isPresent();
    return accepted
        .last(section, "CPUSchedulingPriority")
        .filter(s -> !s.is("0"))
        .filter(s -> !has && unit.fragment().isPresent())
        .filter(s -> policy.filter(p -> isAfter(p, s, unit)).isEmpty())
        .map(s -> finding(s, policy))
        .stream();
  }

  /** Whether the policy is read last, and so cuts the priority down to what it allows. */
  private static boolean isAfter(Setting policy, Setting priority, Unit unit) {
    var all = unit.settings().all();
    return all.indexOf(policy) > all.indexOf(priority);
  }

  private static Diagnostic finding(Setting priority, Optional<Setting> policy) {
    var found =
        RULE.at(
                priority.assignment().key().place(),
                "`CPUSchedulingPriority=%s` is refused without a real-time policy",
                priority.text())
            .note("the kernel refuses it, and the command fails with status 214")
            .help("add `CPUSchedulingPolicy=fifo` or `rr`; for an ordinary process use `Nice=`");
    return policy.map(p -> found.label(p.place(), "has no priorities")).orElse(found);
  }
}
