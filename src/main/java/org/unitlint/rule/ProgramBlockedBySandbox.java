package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.catalog.BlockedProgram;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Some programs need just what a setting takes away. See systemd.exec(5), "Sandboxing". */
final class ProgramBlockedBySandbox implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H306",
          "program-blocked-by-sandbox",
          WARNING,
          "a program that cannot work under the unit's own sandbox");
  private static final Subject SUBJECT = Subject.COMMANDS;

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
    var sandbox = new Sandbox(unit, facts);
    return sandbox.commands().flatMap(c -> blocked(c, sandbox, facts));
  }

  private static Stream<Diagnostic> blocked(
      Sandbox.Confined command, Sandbox sandbox, Facts facts) {
    return facts.catalog().blockedPrograms().stream()
        .filter(b -> b.program().equals(command.program()) && b.isBlocked(command.arguments()))
        .flatMap(b -> sandbox.on(b.directive()).map(s -> finding(command, b, s)).stream());
  }

  private static Diagnostic finding(
      Sandbox.Confined command, BlockedProgram blocked, Setting setting) {
    boolean main = command.setting().name().equals("ExecStart");
    return RULE.at(
            command.command().path().place(),
            "`%s` cannot work here: %s",
            command.program(),
            blocked.effect())
        .label(setting.assignment().place(), "takes that away")
        .help(
            main
                ? "remove `" + setting.name() + "=`"
                : "write `+` before the command, or remove `" + setting.name() + "=`");
  }
}
