package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** The user of what has no owner is nobody to run as. See systemd.exec(5), User=. */
final class UserNobody implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U312", "user-nobody", WARNING, "a service that runs as `nobody`");
  private static final Subject SUBJECT = Subject.ANY.with("User", "Group");
  private static final Set<String> NOBODY = Set.of("nobody", "nogroup");

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
    if (unit.flag(section, "DynamicUser", false)) {
      return Stream.empty();
    }
    return List.of("User", "Group").stream()
        .flatMap(d -> unit.last(section, d).stream())
        .filter(s -> NOBODY.contains(s.text()))
        .limit(1)
        .map(s -> finding(s, facts));
  }

  private static Diagnostic finding(Setting setting, Facts facts) {
    boolean user = setting.name().equals("User");
    var found =
        RULE.at(
            setting.place(),
            "`%s` is the %s of files without owner, and not safe to run as",
            setting.text(),
            user ? "user" : "group");
    if (!user) {
      return Advice.mild(found.help("make a group for the service").as(INFO), setting, facts);
    }
    return Advice.mild(
        found
            .note("all services that run as `nobody` may touch each other's files and processes")
            .help("write `DynamicUser=yes` instead, or make a user for the service"),
        setting,
        facts);
  }
}
