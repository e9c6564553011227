package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * A daemon that remains after exit counts as active when it is gone. See systemd.service(5),
 * RemainAfterExit=.
 */
final class RemainsAfterDaemon implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U236",
          "remains-after-daemon",
          INFO,
          "`RemainAfterExit=` of a service that runs all the time");
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
    return Service.of(unit, facts).flatMap(RemainsAfterDaemon::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var remain = service.on("RemainAfterExit");
    boolean restarts =
        service.last("Restart").filter(r -> AFTER_SUCCESS.contains(r.text())).isPresent();
    if (remain.isEmpty() || restarts || !service.is("simple", "exec", "notify", "notify-reload")) {
      return Stream.empty();
    }
    var found =
        RULE.at(
                remain.get().assignment().place(),
                "the service counts as active even when its program has ended")
            .help(
                "use `Type=oneshot` for a command that ends by itself,"
                    + " or remove the line for a daemon");
    return Stream.of(Advice.mild(service.typed(found), remain.get(), service.facts()));
  }
}
