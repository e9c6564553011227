package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A service that must be heard is heard. See systemd.service(5), NotifyAccess=. */
final class IgnoredNotifyAccess implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U233", "notify-access-none", WARNING, "`NotifyAccess=none` where messages are needed");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("NotifyAccess");

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
    return Service.of(unit, facts).flatMap(IgnoredNotifyAccess::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var access = service.last("NotifyAccess").filter(a -> a.is("none"));
    var cause = cause(service);
    if (access.isEmpty() || cause.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(
                access.get().place(),
                "`NotifyAccess=none` has no effect here: systemd takes `main`")
            .label(cause.get().assignment().place(), "needs messages of the service")
            .help("remove the line")
            .fix("remove the line", true, Lines.removal(access.get().assignment())));
  }

  private static Optional<Setting> cause(Service service) {
    var type = service.last("Type").filter(t -> service.notifies());
    return type.or(() -> counting("WatchdogSec", service))
        .or(() -> counting("FileDescriptorStoreMax", service));
  }

  private static Optional<Setting> counting(String directive, Service service) {
    return service.last(directive).filter(s -> Durations.micros(s.text()).orElse(0) > 0);
  }
}
