package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** The journal took the place of syslog. See systemd.exec(5), StandardOutput=. */
final class ObsoleteOutput implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U321", "obsolete-output", WARNING, "output to `syslog`, which is the journal");
  private static final Set<String> DIRECTIVES = Set.of("StandardOutput", "StandardError");
  private static final Subject SUBJECT = Subject.ANY.with(DIRECTIVES);
  private static final Set<String> OLD = Set.of("syslog", "syslog+console");
  private static final int OBSOLETE_SINCE = 246;

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
    return unit.settings().all().stream()
        .filter(s -> facts.version() >= OBSOLETE_SINCE)
        .filter(s -> DIRECTIVES.contains(s.name()) && OLD.contains(s.text()))
        .map(s -> finding(s, facts));
  }

  private static Diagnostic finding(Setting setting, Facts facts) {
    String now = setting.text().replace("syslog", "journal");
    var found =
        RULE.at(setting.place(), "`%s` is obsolete, systemd takes it for `%s`", setting.text(), now)
            .help("write `" + now + "`" + (now.equals("journal") ? ", or remove the line" : ""))
            .fix("write `" + now + "`", true, new Edit(setting.place(), now));
    return Advice.mild(found, setting, facts);
  }
}
