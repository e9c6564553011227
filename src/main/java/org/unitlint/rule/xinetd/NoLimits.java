package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;

/**
 * Without limits a flood of connections becomes a flood of processes; only a high rate stops xinetd
 * for a while. See xinetd.conf(5), {@code instances}, {@code per_source}, {@code cps}.
 */
final class NoLimits implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X510", "no-limits", HINT, "nothing limits how many servers run at once");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.knowsDefaults(view)
        ? Exposure.open(view).filter(NoLimits::isUnlimited).map(NoLimits::told)
        : Stream.empty();
  }

  private static boolean isUnlimited(XinetdService service) {
    return !service.waits()
        && !service.isInternal()
        && Stream.of("instances", "per_source", "cps").noneMatch(a -> Services.says(service, a));
  }

  private static Diagnostic told(XinetdService service) {
    return RULE.at(
            service.place(), "nothing limits how many servers of `%s` run at once", service.id())
        .note("without `cps` xinetd pauses for 10 s at more than 50 connections a second")
        .help("set `instances` and `per_source`, here or in the defaults");
  }
}
