package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.ports.Activation;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;

/** A socket that is named after one service has the port of another. See services(5). */
final class PortOfOtherName implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L222", "port-of-other-name", INFO, "a socket has the port of another service");

  /** What may be chosen freely begins here. */
  private static final int WELL_KNOWN = 1024;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.whole()) {
      return Stream.empty();
    }
    Map<String, List<Listening>> byUnit = new LinkedHashMap<>();
    facts.ports().all().stream()
        .filter(l -> l.activation() == Activation.SOCKET && l.endpoint().isPort())
        .forEach(l -> byUnit.computeIfAbsent(l.name(), u -> new ArrayList<>()).add(l));
    return byUnit.values().stream().flatMap(of -> finding(of, facts.ports()).stream());
  }

  private static Optional<Diagnostic> finding(List<Listening> all, Ports ports) {
    String name = all.get(0).unit().map(u -> u.name().prefix()).orElse("");
    for (Listening listening : all) {
      String protocol = listening.endpoint().protocol();
      var own = ports.port(name, protocol);
      if (own.isEmpty() || all.stream().anyMatch(l -> l.address().port() == own.get())) {
        return Optional.empty();
      }
    }
    return all.stream()
        .filter(l -> l.address().port() < WELL_KNOWN && l.portName().isPresent())
        .findFirst()
        .map(l -> finding(name, l, ports));
  }

  private static Diagnostic finding(String name, Listening listening, Ports ports) {
    int own = ports.port(name, listening.endpoint().protocol()).orElseThrow();
    return RULE.at(
            listening.place(),
            "port %s of `%s` is that of `%s`, while `%s` is port %s",
            String.valueOf(listening.address().port()),
            listening.name(),
            listening.portName().orElseThrow(),
            name,
            String.valueOf(own))
        .about(listening.name())
        .note("so says `/etc/services`")
        .help("check the port, or name the unit after what it serves");
  }
}
