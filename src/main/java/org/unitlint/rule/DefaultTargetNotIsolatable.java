package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;

/** A boot isolates the default target. See systemd.unit(5), "AllowIsolate=". */
final class DefaultTargetNotIsolatable implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D353",
          "default-target-not-isolatable",
          WARNING,
          "the default target does not allow to be isolated");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts
        .unit(DefaultTargetMissing.NAME)
        .filter(
            u -> facts.machine().hasSystemd() && facts.machine().setup().scope() == Scope.SYSTEM)
        .filter(Unit::isLoaded)
        .filter(u -> !u.flag("Unit", "AllowIsolate", false))
        .map(u -> finding(u, facts))
        .stream();
  }

  private static Diagnostic finding(Unit unit, Facts facts) {
    var written = unit.last("Unit", "AllowIsolate");
    var place = written.map(s -> s.place()).orElseGet(() -> facts.place(unit.fragmentPath()));
    return RULE.at(place, "`%s` is the default target, but lacks `AllowIsolate=yes`", unit.name())
        .about(unit.name().toString())
        .note(
            "`systemctl default` and `systemctl isolate` refuse it, and a boot only adds to what"
                + " runs")
        .help("add `AllowIsolate=yes` to its [Unit]");
  }
}
