package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;

/** A masked target cannot be started. See systemd.special(7), "default.target". */
final class DefaultTargetMasked implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("D352", "default-target-masked", ERROR, "the default target is masked");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts
        .unit(DefaultTargetMissing.NAME)
        .filter(u -> facts.whole() && u.state() == LoadState.MASKED)
        .map(
            u ->
                RULE.at(facts.place(u.fragmentPath()), "the target that a boot starts is masked")
                    .about(DefaultTargetMissing.NAME)
                    .note("systemd starts `rescue.target` instead")
                    .help("unmask `" + u.name() + "`, or make another the default target"))
        .stream();
  }
}
