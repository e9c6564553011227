package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** Only one unit can be isolated at a time. See systemd.unit(5), OnFailureJobMode=. */
final class SeveralOnFailure implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U225",
          "several-isolated-on-failure",
          ERROR,
          "several units to be isolated when the unit fails");
  private static final Subject SUBJECT = Subject.ANY.with("OnFailureJobMode");

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
    var mode = unit.last("Unit", "OnFailureJobMode");
    return Refusal.places(unit, Reason.SEVERAL_ON_FAILURE)
        .map(
            place -> {
              var finding =
                  RULE.at(place, "`OnFailureJobMode=isolate` allows one unit in `OnFailure=`")
                      .help("name one unit, or drop `OnFailureJobMode=`");
              return mode.isPresent()
                  ? finding.label(mode.get().place(), "only one unit can be isolated")
                  : finding;
            });
  }
}
