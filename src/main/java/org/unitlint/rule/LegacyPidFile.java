package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** Since systemd 238 the run-time folder is named /run. See systemd.service(5), PIDFile=. */
final class LegacyPidFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U230", "pid-file-in-var-run", INFO, "`PIDFile=` below `/var/run`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("PIDFile");

  private static final String OLD = "/var/run/";

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
    return Service.of(unit, facts).flatMap(LegacyPidFile::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return service.last("PIDFile").stream()
        .filter(s -> s.text().startsWith(OLD))
        .map(s -> Advice.mild(finding(s), s, service.facts()));
  }

  private static Diagnostic finding(Setting setting) {
    var old = setting.value().at(0, OLD.length() - 1);
    return RULE.at(old, "`PIDFile=` names the old folder `/var/run`")
        .note("systemd takes `/run` in its place, and says so")
        .help("write `/run`")
        .fix("write `/run`", true, new Edit(old, "/run"));
  }
}
