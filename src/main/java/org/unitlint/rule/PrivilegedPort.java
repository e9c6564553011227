package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Evidence;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Sysctl;
import org.unitlint.syntax.Command;

/** Low ports are for those with the right to them. See ip(7) and capabilities(7). */
final class PrivilegedPort implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L221", "privileged-port", WARNING, "a service may not have the port that it asks for");
  private static final String CAPABILITY = "CAP_NET_BIND_SERVICE";
  private static final String BOUNDING = "CapabilityBoundingSet";
  private static final String UNPRIVILEGED = "net.ipv4.ip_unprivileged_port_start";
  private static final int USUAL = 1024;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var asking =
        facts.ports().all().stream()
            .filter(l -> l.activation() == Activation.STANDALONE && l.endpoint().isPort())
            .filter(l -> l.evidence() != Evidence.USUAL && l.endpoint().network().isEmpty())
            .toList();
    if (asking.isEmpty()) {
      return Stream.empty();
    }
    int free = unprivileged(facts);
    return asking.stream()
        .filter(l -> l.address().port() > 0 && l.address().port() < free)
        .filter(l -> !isGiven(l, facts))
        .flatMap(l -> finding(l, facts).stream());
  }

  private static int unprivileged(Facts facts) {
    return Sysctl.of(facts.machine())
        .value(UNPRIVILEGED)
        .filter(v -> v.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .orElse(USUAL);
  }

  /** Whether some socket unit has the port for the service. */
  private static boolean isGiven(Listening listening, Facts facts) {
    return facts.ports().all().stream()
        .anyMatch(
            l -> l.activation() == Activation.SOCKET && l.starts().what().equals(listening.name()));
  }

  private static Optional<Diagnostic> finding(Listening listening, Facts facts) {
    var unit = listening.unit().orElseThrow();
    var sandbox = new Sandbox(unit, facts);
    if (mayBind(unit, facts, sandbox)) {
      return Optional.empty();
    }
    var user = sandbox.otherUser();
    if (user.isEmpty()) {
      return unit.last("Service", BOUNDING)
          .filter(s -> (Sandbox.bounding(unit, facts) & bit(facts)) == 0)
          .map(
              s ->
                  at(listening, "the capability is taken away")
                      .label(s.assignment().place(), "`" + CAPABILITY + "` is not among these")
                      .help("add `" + CAPABILITY + "` to `" + BOUNDING + "=`"));
    }
    boolean only = sandbox.on("NoNewPrivileges").isPresent();
    if (only && isNamed(unit, BOUNDING)) {
      // That the capability there has no effect is told by another rule.
      return Optional.empty();
    }
    var found =
        at(listening, "it does not run as root")
            .label(user.get().assignment().place(), "not root")
            .help("add `AmbientCapabilities=" + CAPABILITY + "`");
    return Optional.of(
        only
            ? found
            : found.note("unless the program's file has the capability itself; see setcap(8)"));
  }

  /** A port that an option only seems to name is worth no warning. */
  private static Diagnostic at(Listening listening, String why) {
    var found =
        RULE.at(
                listening.place(),
                "`%s` may not have port %s: %s",
                listening.name(),
                String.valueOf(listening.address().port()),
                why)
            .about(listening.name());
    return Claims.isWritten(listening) ? found : found.as(INFO);
  }

  private static long bit(Facts facts) {
    return 1L << facts.catalog().capabilities().number(CAPABILITY).orElseThrow();
  }

  private static boolean isNamed(Unit unit, String directive) {
    return Sandbox.lines(unit, directive).map(Setting::text).anyMatch(PrivilegedPort::gives);
  }

  private static boolean mayBind(Unit unit, Facts facts, Sandbox sandbox) {
    boolean ambient = isNamed(unit, "AmbientCapabilities");
    boolean privileged =
        facts.of(unit).commands().stream()
            .flatMap(c -> c.line().commands().stream())
            .anyMatch(
                c ->
                    c.has(Command.Prefix.FULL_PRIVILEGES)
                        || c.has(Command.Prefix.KEEP_USER)
                        || c.has(Command.Prefix.AMBIENT));
    boolean elsewhere = sandbox.hasOtherRoot() || !unit.settings("Service", "PAMName").isEmpty();
    return ambient || privileged || elsewhere || sandbox.on("PermissionsStartOnly").isPresent();
  }

  /** Whether the capability is among those of the line; in doubt it is. */
  private static boolean gives(String text) {
    return text.startsWith("~")
        || text.contains("%")
        || text.toUpperCase(Locale.ROOT).contains(CAPABILITY);
  }
}
