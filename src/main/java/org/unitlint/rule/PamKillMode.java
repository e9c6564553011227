package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * Nobody would end the PAM session if not all processes were stopped. See systemd.exec(5),
 * PAMName=.
 */
final class PamKillMode implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U208", "pam-kill-mode", ERROR, "`KillMode=` that leaves a PAM session behind");
  private static final Subject SUBJECT = Subject.ANY.with("PAMName");

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
    boolean service = unit.name().type() == UnitType.SERVICE;
    return Refusal.places(unit, Reason.PAM_KILL_MODE)
        .map(
            place ->
                RULE.at(place, "`KillMode=%s` is refused together with `PAMName=`", place.text())
                    .label(
                        unit.last(section, "PAMName").orElseThrow().assignment().key().place(),
                        "opens a PAM session")
                    .help(
                        service
                            ? "use `control-group`, the default, or `mixed`"
                            : "use `control-group`, the default")
                    .fix("write `control-group`", false, new Edit(place, "control-group")));
  }
}
