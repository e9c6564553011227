package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** Who may gain no privileges cannot use sudo. See systemd.exec(5), NoNewPrivileges=. */
final class SudoWithoutPrivileges implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H305",
          "sudo-without-privileges",
          WARNING,
          "`sudo` in a service that may not gain privileges");
  private static final Subject SUBJECT = Subject.COMMANDS.with("User", "DynamicUser");
  private static final Set<String> PROGRAMS = Set.of("sudo", "doas", "pkexec", "su");

  /** For a service that is not root's, these imply {@code NoNewPrivileges=yes}. */
  private static final List<String> IMPLYING =
      List.of(
          "NoNewPrivileges",
          "DynamicUser",
          "LockPersonality",
          "MemoryDenyWriteExecute",
          "PrivateDevices",
          "ProtectClock",
          "ProtectHostname",
          "ProtectKernelLogs",
          "ProtectKernelModules",
          "ProtectKernelTunables",
          "RestrictRealtime",
          "RestrictSUIDSGID");

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
    if (sandbox.otherUser().isEmpty()) {
      return Stream.empty();
    }
    return sandbox
        .commands()
        .filter(c -> c.command().prefixes().isEmpty() && PROGRAMS.contains(c.program()))
        .flatMap(c -> implying(unit, sandbox).map(s -> finding(c, s)).stream());
  }

  private static Optional<Setting> implying(Unit unit, Sandbox sandbox) {
    String section = unit.name().type().section();
    boolean off =
        unit.last(section, "NoNewPrivileges").isPresent()
            && sandbox.on("NoNewPrivileges").isEmpty();
    return off
        ? Optional.empty()
        : IMPLYING.stream().flatMap(d -> sandbox.on(d).stream()).findFirst();
  }

  private static Diagnostic finding(Sandbox.Confined command, Setting implying) {
    boolean plain = implying.name().equals("NoNewPrivileges");
    return RULE.at(
            command.command().path().place(),
            "`%s` cannot work here: the service may not gain privileges",
            command.program())
        .label(
            implying.assignment().place(),
            plain ? "forbids it" : "implies `NoNewPrivileges=yes` for a user that is not root")
        .help(
            "run the command with `+` before it, or in a service of its own, and leave out `%s`"
                .formatted(command.program()));
  }
}
