package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * After a clean exit the service counts as active and is not started again. See systemd.service(5),
 * RemainAfterExit=.
 */
final class RemainsInsteadOfRestart implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U235",
          "remains-instead-of-restart",
          WARNING,
          "`RemainAfterExit=` that keeps a service from being restarted");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("RemainAfterExit");

  private static final Set<String> AFTER_SUCCESS = Set.of("always", "on-success");

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
    return Service.of(unit, facts).flatMap(RemainsInsteadOfRestart::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var remain = service.on("RemainAfterExit");
    var restart = service.last("Restart").filter(r -> AFTER_SUCCESS.contains(r.text()));
    if (remain.isEmpty() || restart.isEmpty() || service.is("oneshot")) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(
                remain.get().assignment().place(),
                "after a clean exit the service remains, and `Restart=%s` does not start it again",
                restart.get().text())
            .label(restart.get().place(), "would start it again")
            .help("remove `RemainAfterExit=`, or use `Restart=on-failure`")
            .fix("remove `RemainAfterExit=`", false, Lines.removal(remain.get().assignment())));
  }
}
