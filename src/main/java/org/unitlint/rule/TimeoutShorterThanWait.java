package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * A command that waits longer than it may take never succeeds. See systemd.service(5),
 * TimeoutStartSec=, and systemd.unit(5), JobTimeoutSec=.
 */
final class TimeoutShorterThanWait implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "B110", "timeout-shorter-than-wait", WARNING, "a command that waits longer than it may");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);
  private static final Set<String> STOP = Set.of("ExecStop", "ExecStopPost");

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
    return Service.of(unit, facts).flatMap(TimeoutShorterThanWait::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var starting = new HashSet<>(Pause.starting(service));
    starting.add("ExecReload");
    var found =
        Stream.of(
            commands(TimeLimit.ofStart(service), starting, service),
            commands(TimeLimit.ofStop(service), STOP, service),
            job("JobRunningTimeoutSec", service).stream(),
            job("JobTimeoutSec", service).stream());
    return found.flatMap(s -> s);
  }

  private static Stream<Diagnostic> commands(
      Optional<TimeLimit> limit, Set<String> directives, Service service) {
    if (limit.isEmpty()) {
      return Stream.empty();
    }
    var sure =
        Pause.in(service, directives)
            .filter(p -> limit.get().isBelow(p.micros()))
            .map(p -> sure(p, limit.get(), service));
    var possible =
        Pause.atMost(service, directives)
            .filter(p -> limit.get().setting().isPresent() && limit.get().isBelow(p.micros()))
            .map(p -> possible(p, limit.get(), service));
    return Stream.concat(sure, possible);
  }

  private static Diagnostic sure(Pause pause, TimeLimit limit, Service service) {
    return at(
            pause,
            limit,
            "`%s=` sleeps for %s, but systemd stops it after %s"
                .formatted(pause.directive(), pause.length(), limit.span().text()),
            service)
        .help("allow more time in `" + limit.directive() + "=`, or sleep less");
  }

  private static Diagnostic possible(Pause pause, TimeLimit limit, Service service) {
    return at(
            pause,
            limit,
            "`%s=` may wait for %s, but systemd stops it after %s"
                .formatted(pause.directive(), pause.length(), limit.span().text()),
            service)
        .as(INFO)
        .help("set one of the two, the longer one has no effect");
  }

  /** At the limit, if it is written, else at the command. */
  private static Diagnostic at(Pause pause, TimeLimit limit, String message, Service service) {
    if (limit.setting().isEmpty()) {
      return RULE.at(pause.place(), "%s", message)
          .note("nothing sets `%1$s=`, so `Default%1$s=` holds".formatted(limit.directive()));
    }
    var setting = limit.setting().get();
    var found = RULE.at(setting.place(), "%s", message).label(pause.place(), "this command");
    return Advice.mild(found, setting, service.facts());
  }

  /** All commands of the start together are one job. */
  private static Optional<Diagnostic> job(String directive, Service service) {
    var pauses = Pause.ofStart(service).toList();
    long sum = pauses.stream().mapToLong(Pause::micros).sum();
    return TimeLimit.ofJob(service.unit(), directive, service.facts())
        .filter(limit -> limit.isBelow(sum))
        .map(limit -> job(limit, pauses, sum, service));
  }

  private static Diagnostic job(TimeLimit limit, List<Pause> pauses, long sum, Service service) {
    var setting = limit.setting().orElseThrow();
    var found =
        RULE.at(
            setting.place(),
            "the start sleeps for %s, but its job ends after %s",
            new TimeSpan(sum).text(),
            limit.span().text());
    for (Pause pause : pauses) {
      found = found.label(pause.place(), "sleeps for " + pause.length());
    }
    found = found.help("allow more time in `" + setting.name() + "=`, or sleep less");
    return Advice.mild(found, setting, service.facts());
  }
}
