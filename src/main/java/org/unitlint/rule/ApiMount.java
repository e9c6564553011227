package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Escape;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** systemd mounts the API file systems itself, before it reads any unit. See systemd.mount(5). */
final class ApiMount implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U217", "api-mount", ERROR, "mount unit for a file system that systemd itself mounts");
  private static final Subject SUBJECT = Subject.of(UnitType.MOUNT);

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
    return Refusal.places(unit, Reason.API_MOUNT)
        .map(
            place ->
                RULE.at(
                        place,
                        "`%s` is an API file system, for which systemd takes no mount unit",
                        Escape.unescapePath(unit.name().prefix()).orElse(place.text()))
                    .help("for other mount options use a line in `/etc/fstab`"));
  }
}
