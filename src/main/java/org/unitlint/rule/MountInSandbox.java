package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * Each command of a sandboxed service has file systems of its own, which go with it. See
 * systemd.exec(5), PrivateMounts=.
 */
final class MountInSandbox implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H307", "mount-in-sandbox", WARNING, "a mount that nobody but the command itself sees");
  private static final Subject SUBJECT = Subject.COMMANDS.with(Sandbox.NAMESPACES);

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
    return sandbox.namespace().stream()
        .flatMap(s -> sandbox.commands().filter(MountInSandbox::isMount).map(c -> finding(c, s)));
  }

  private static boolean isMount(Sandbox.Confined command) {
    return command.program().equals("mount")
        && command.arguments().size() > 1
        && command.arguments().stream().noneMatch(a -> a.contains("remount"));
  }

  private static Diagnostic finding(Sandbox.Confined command, Setting setting) {
    return RULE.at(
            command.command().path().place(),
            "nothing but this command sees what it mounts, and it goes with the command")
        .label(setting.assignment().place(), "gives each command file systems of its own")
        .help("write `+` before the command, or use a mount unit");
  }
}
