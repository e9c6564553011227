package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * A oneshot service is never running, so its running time has no limit. See systemd.service(5),
 * RuntimeMaxSec=.
 */
final class RuntimeLimitOfOneshot implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U227", "runtime-limit-of-oneshot", WARNING, "`RuntimeMaxSec=` in a oneshot service");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("RuntimeMaxSec");

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
    return Service.of(unit, facts).flatMap(RuntimeLimitOfOneshot::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return service.last("RuntimeMaxSec").stream()
        .filter(s -> service.is("oneshot") && !s.is("infinity"))
        .map(s -> finding(s, service));
  }

  private static Diagnostic finding(Setting setting, Service service) {
    var key = setting.assignment().key().place();
    var found =
        Oneshots.label(
                RULE.at(key, "`RuntimeMaxSec=` has no effect in a oneshot service"), service.unit())
            .help("limit the time of the commands with `TimeoutStartSec=`");
    return service.last("TimeoutStartSec").isPresent()
        ? found
        : found.fix("use `TimeoutStartSec=`", false, new Edit(key, "TimeoutStartSec"));
  }
}
