package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Paths;

/**
 * xinetd itself opens the port, so that few servers need to run as root. See xinetd.conf(5), {@code
 * user}.
 */
final class RootWithoutNeed implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X506", "root-without-need", INFO, "a server runs as root that need not");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.wanted(view)
        .filter(Exposure::isRoot)
        .filter(s -> Exposure.known(s).filter(k -> k.rootFor().isEmpty()).isPresent())
        .map(s -> told(s, view));
  }

  private static Diagnostic told(XinetdService service, XinetdView view) {
    return RULE.at(
            Exposure.place(service, "user", view),
            "`%s` need not run as root",
            Paths.name(Exposure.server(service)))
        .note("xinetd opens the port, whatever its number, before it becomes the user")
        .help("give it a user of its own");
  }
}
