package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * Datagram sockets of one address exclude each other no more than xinetd does: both services start,
 * and the kernel chooses one of them. See socket(7), {@code SO_REUSEADDR}.
 */
final class SharedUdpPort implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X413", "shared-udp-port", ERROR, "two services share a port for datagrams");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UDP_TWINS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var owner = view.owner(trouble);
    String port =
        owner
            .flatMap(s -> s.setting("port"))
            .map(s -> "UDP port " + s.text())
            .orElse("its UDP port");
    return Stream.of(
        INFO.at(
                trouble.place(),
                "%s shares %s with service `%s`: only one of them gets the datagrams",
                Services.named(trouble, view).orElse("a service"),
                port,
                trouble.word(0))
            .label(trouble.others().get(0), "the other one")
            .help("disable one of them, or give it another port or address"));
  }
}
