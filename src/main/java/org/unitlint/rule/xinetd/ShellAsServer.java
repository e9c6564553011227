package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Paths;

/** A shell as server does what the client says. */
final class ShellAsServer implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X505", "shell-as-server", WARNING, "whoever connects gets a shell");
  private static final Set<String> SHELLS =
      Set.of("sh", "bash", "dash", "ash", "ksh", "mksh", "zsh", "csh", "tcsh", "fish");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.wanted(view).filter(ShellAsServer::isShell).map(s -> told(s, view));
  }

  /** A shell without a script or commands of its own. */
  private static boolean isShell(XinetdService service) {
    return SHELLS.contains(Paths.name(Exposure.server(service)))
        && Exposure.arguments(service).stream().allMatch(a -> a.matches("-[ilspx]+|--login"));
  }

  private static Diagnostic told(XinetdService service, XinetdView view) {
    boolean worst = Exposure.isRoot(service) && Exposure.isOpen(service);
    String user = service.run().user();
    var found =
        RULE.at(
                Exposure.place(service, "server", view),
                worst
                    ? "anybody who connects gets a shell as root"
                    : "whoever connects gets a shell%s",
                user.isEmpty() ? "" : " as `" + user + "`")
            .as(worst ? ERROR : WARNING);
    return Exposure.unlessDefaults(Exposure.asRoot(found, service, view), view)
        .help("run a program that does what is wanted and no more");
  }
}
