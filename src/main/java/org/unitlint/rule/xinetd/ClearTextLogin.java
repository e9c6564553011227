package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.KnownServer;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;

/**
 * A service that takes passwords in clear text, and lets anybody connect. See xinetd.conf(5),
 * {@code only_from}.
 */
final class ClearTextLogin implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "X501",
          "clear-text-login",
          WARNING,
          "anybody may connect to a login that is not encrypted");
  private static final Set<String> SHELLS =
      Set.of("telnet", "login", "shell", "exec", "rlogin", "rsh", "rexec");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Exposure.open(view).filter(ClearTextLogin::takesPasswords).map(s -> told(s, view));
  }

  static boolean takesPasswords(XinetdService service) {
    if (service.redirect().isPresent() || service.isInternal()) {
      return false;
    }
    return Exposure.known(service)
        .map(KnownServer::login)
        .orElseGet(() -> SHELLS.contains(service.name()));
  }

  private static Diagnostic told(XinetdService service, XinetdView view) {
    boolean shell =
        SHELLS.contains(service.name())
            || Exposure.known(service).stream()
                .flatMap(k -> k.services().stream())
                .anyMatch(SHELLS::contains);
    var found =
        RULE.at(
                name(service, view),
                shell
                    ? "`%s` is a login in clear text, and anybody may connect"
                    : "`%s` may take passwords in clear text, and anybody may connect",
                service.name())
            .as(shell ? WARNING : INFO);
    return Exposure.unlessDefaults(Exposure.asRoot(found, service, view), view)
        .help(
            shell
                ? "say who may connect with `only_from`, or use ssh in its place"
                : "have the server demand encryption, or say who may connect with `only_from`");
  }

  /** The name of the service in its head. */
  private static Place name(XinetdService service, XinetdView view) {
    return Lines.entry(view, service.place()).map(e -> e.name().place()).orElse(service.place());
  }
}
