package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.XinetdService;

/**
 * Services that xinetd answers by itself are of use to attackers only: they answer forged
 * addresses, and two of them answer each other for ever. See xinetd.conf(5), {@code type}.
 */
final class OpenInternalService implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "X502",
          "open-internal-service",
          INFO,
          "anybody may use a service that xinetd answers itself");
  private static final Set<String> REFLECTING = Set.of("echo", "chargen");
  private static final Set<String> SERVICES =
      Set.of("echo", "chargen", "discard", "daytime", "time");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Exposure.open(view)
        .filter(s -> s.isInternal() && !s.traits().flags().contains("SENSOR"))
        .filter(s -> SERVICES.contains(s.name()))
        .map(s -> told(s, view));
  }

  private static Diagnostic told(XinetdService service, XinetdView view) {
    boolean datagrams =
        service.setting("socket_type").filter(t -> t.text().equalsIgnoreCase("dgram")).isPresent();
    boolean reflects = datagrams && REFLECTING.contains(service.name());
    var found =
        RULE.at(
                service.place(),
                reflects
                    ? "anybody may have `%s` answer to forged addresses over UDP"
                    : "anybody may use the internal service `%s`",
                service.name())
            .as(reflects ? WARNING : INFO);
    if (reflects) {
      found =
          found.note(
              "such answers are used to flood others; a pair of services may answer each other for"
                  + " ever");
    }
    return Exposure.unlessDefaults(found, view).help(Exposure.closing(service, "use it"));
  }
}
