package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.ClientPattern;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.Value;

/**
 * A list of all IPv4 addresses lets no client in that comes over IPv6. See xinetd.conf(5), {@code
 * only_from}.
 */
final class Ipv6ClientsRefused implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X405",
          "ipv6-clients-refused",
          WARNING,
          "a list that seems to let everybody in refuses IPv6");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.ONLY_V4_CLIENTS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var all =
        view.owner(trouble).flatMap(o -> o.access().onlyFrom()).stream()
            .flatMap(List::stream)
            .filter(p -> p.matchesAll(false))
            .map(ClientPattern::written)
            .findFirst();
    var place = all.map(Value::place).orElse(trouble.place());
    return Stream.of(
        INFO.at(
                place,
                "`%s` means all of IPv4 only: clients over IPv6 are refused",
                all.map(Value::text).orElse("0.0.0.0/0"))
            .help("add `::/0` if everybody is meant, or drop the line"));
  }
}
