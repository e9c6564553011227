package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/**
 * With {@code Accept=yes} a socket starts instances of a template, else a plain service. See
 * systemd.socket(5), Accept=. On a whole machine the rule about missing units tells of it.
 */
final class SocketOfOtherService implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U274",
          "socket-of-other-service",
          WARNING,
          "`Accept=` does not fit the service that is there");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET);

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
    if (unit.name().type() != UnitType.SOCKET
        || facts.whole()
        || unit.fragment().isEmpty()
        || !unit.name().isPlain()
        || !unit.settings("Socket", "Service").isEmpty()) {
      return Stream.empty();
    }
    boolean accept = unit.flag("Socket", "Accept", false);
    var plain = unit.name().withType(UnitType.SERVICE);
    var wanted = accept ? plain.template() : plain;
    var there = accept ? plain : plain.template();
    if (isThere(wanted, facts) || !isBeside(unit, there, facts) || excludes(unit, there)) {
      return Stream.empty();
    }
    var found =
        RULE.at(place(unit), "`%s` starts `%s`, but there is `%s`", unit.name(), wanted, there);
    return Stream.of(
        accept
            ? found.help("remove `Accept=yes`, or make the service a template")
            : found.help("add `Accept=yes`, or name the service in `Service=`"));
  }

  private static boolean isThere(UnitName name, Facts facts) {
    return facts.machine().unit(name).state() != LoadState.NOT_FOUND;
  }

  /** Whether the other unit lies in the same folder. */
  private static boolean isBeside(Unit unit, UnitName other, Facts facts) {
    String path = facts.machine().unit(other).fragmentPath();
    return !path.isEmpty() && Paths.parent(path).equals(Paths.parent(unit.fragmentPath()));
  }

  /** Whether it is meant to run in place of the other unit. */
  private static boolean excludes(Unit unit, UnitName other) {
    return unit.settings("Unit", "Conflicts").stream()
        .anyMatch(s -> List.of(s.text().split("\\s+")).contains(other.toString()));
  }

  private static Place place(Unit unit) {
    var tree = unit.fragment().orElseThrow().tree();
    return unit.last("Socket", "Accept")
        .map(s -> s.assignment().place())
        .or(
            () ->
                tree.sections().stream()
                    .filter(s -> s.name().equals("Socket"))
                    .map(s -> s.header().text().place())
                    .findFirst())
        .orElse(tree.source().place(0, 0));
  }
}
