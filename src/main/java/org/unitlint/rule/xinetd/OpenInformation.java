package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Paths;

/** Services that tell strangers who is logged in, what runs, and who is connected. */
final class OpenInformation implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "X504",
          "open-information",
          INFO,
          "anybody may ask what runs on the machine, and who uses it");
  private static final Set<String> SERVICES = Set.of("finger", "systat", "netstat");
  private static final Set<String> SERVERS =
      Set.of(
          "in.fingerd",
          "fingerd",
          "in.cfingerd",
          "netstat",
          "ss",
          "ps",
          "top",
          "who",
          "w",
          "last",
          "rpc.rusersd",
          "rpc.rstatd");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Exposure.open(view).filter(OpenInformation::tells).map(s -> told(s, view));
  }

  private static boolean tells(XinetdService service) {
    String server = Paths.name(Exposure.server(service));
    return SERVERS.contains(server) || !server.isEmpty() && SERVICES.contains(service.name());
  }

  private static Diagnostic told(XinetdService service, XinetdView view) {
    return Exposure.unlessDefaults(
        RULE.at(
                service.place(),
                "`%s` tells anybody about the machine and its users",
                service.name())
            .help(Exposure.closing(service, "ask")),
        view);
  }
}
