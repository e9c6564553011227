package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** What is no name of a unit is skipped. See systemd.unit(5), "Description". */
final class BadDependencyName implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D305", "bad-dependency-name", ERROR, "a dependency that is no name of a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Named.by(unit, facts).stream()
        .filter(m -> !m.section().equals("Install"))
        .flatMap(m -> m.isInvalid() ? Stream.of(finding(m, facts)) : wrongType(unit, m).stream());
  }

  private static Diagnostic finding(Mention mention, Facts facts) {
    return BadName.of(mention, facts).finding(RULE, mention).note("systemd ignores it");
  }

  /** Settings that take units of one type only. */
  private static Optional<Diagnostic> wrongType(Unit unit, Mention mention) {
    if (mention.name().isEmpty()) {
      return Optional.empty();
    }
    UnitType type = mention.name().get().type();
    return switch (mention.directive()) {
      case "Slice" -> wrong(mention, type != UnitType.SLICE, "a slice");
      case "Service" -> wrong(mention, type != UnitType.SERVICE, "a service");
      case "Sockets" -> wrong(mention, type != UnitType.SOCKET, "a socket");
      case "Unit" -> wrong(mention, type == unit.name().type(), "another type of unit");
      default -> Optional.empty();
    };
  }

  private static Optional<Diagnostic> wrong(Mention mention, boolean wrong, String wanted) {
    return wrong
        ? Optional.of(
            RULE.at(
                    mention.place(),
                    "`%s=` takes the name of %s, not `%s`",
                    mention.directive(),
                    wanted,
                    mention.written())
                .note("systemd ignores it")
                .help("write the name of " + wanted))
        : Optional.empty();
  }
}
