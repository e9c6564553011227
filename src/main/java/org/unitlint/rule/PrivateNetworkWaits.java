package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** A network of its own is only a loopback device. See systemd.exec(5), PrivateNetwork=. */
final class PrivateNetworkWaits implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H311", "private-network-waits", INFO, "a service without network waits for the network");
  private static final Subject SUBJECT = Subject.ANY.with("PrivateNetwork");

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
    var own = new Sandbox(unit, facts).on("PrivateNetwork");
    if (own.isEmpty() || !unit.settings("Unit", "JoinsNamespaceOf").isEmpty()) {
      return Stream.empty();
    }
    return new Said(unit, facts)
        .of(NetworkOnline.TARGET, Set.of("After"))
        .limit(1)
        .map(
            m ->
                Said.mild(
                    RULE.at(m.place(), "the service waits for a network that it cannot use")
                        .label(own.get().assignment().place(), "leaves it only a loopback device")
                        .help("remove one of the two"),
                    m,
                    facts));
  }
}
