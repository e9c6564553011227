package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * A oneshot service that does not remain stops as soon as its commands are done. See
 * systemd.service(5), RemainAfterExit=.
 */
final class StopCommandAtOnce implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U237", "stop-command-at-once", WARNING, "stop command that runs right after the start");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStop");

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
    return Service.of(unit, facts).flatMap(StopCommandAtOnce::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var stop = service.invocations(Set.of("ExecStop")).findFirst().map(Invocation::setting);
    boolean starts = service.invocations(Set.of("ExecStart")).findAny().isPresent();
    if (stop.isEmpty()
        || !starts
        || !service.is("oneshot")
        || service.on("RemainAfterExit").isPresent()) {
      return Stream.empty();
    }
    var found =
        RULE.at(
                stop.get().assignment().key().place(),
                "`ExecStop=` runs right after `ExecStart=` here: nothing remains to be stopped")
            .help("add `RemainAfterExit=yes`; to clean up at the end use `ExecStopPost=`");
    found = Oneshots.label(found, service.unit());
    var remain = service.unit().last("Service", "RemainAfterExit");
    if (remain.isEmpty()) {
      var edit = Lines.before(stop.get().assignment(), "RemainAfterExit", "yes");
      found = found.fix("add `RemainAfterExit=yes`", false, edit);
    }
    return Stream.of(Advice.mild(found, stop.get(), service.facts()));
  }
}
