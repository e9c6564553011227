package org.unitlint.rule;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.rule.xinetd.XinetdRule;
import org.unitlint.source.Place;

/** A check of xinetd's configuration as one of the machine that has it. */
record XinetdCheck(XinetdRule rule) implements MachineRule {
  @Override
  public RuleInfo info() {
    return rule.info();
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.xinetd().stream().flatMap(rule::check);
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return rule.seenFrom(finding, wanted);
  }
}
