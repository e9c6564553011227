package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** Enabling ties a unit to one that must be there. See systemd.unit(5), "WantedBy=". */
final class InstallTargetMissing implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D308",
          "install-target-missing",
          WARNING,
          "enabling leads to a unit that does not exist");
  private static final Set<String> DIRECTIVES = Set.of("WantedBy", "RequiredBy", "UpheldBy");
  private static final Subject SUBJECT = Subject.ANY.with(DIRECTIVES);

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
    var missing = new MissingUnits(unit, facts);
    return Named.by(unit, facts, "Install", DIRECTIVES)
        .flatMap(m -> finding(unit, m, missing, facts).stream());
  }

  private static Optional<Diagnostic> finding(
      Unit unit, Mention mention, MissingUnits missing, Facts facts) {
    if (mention.isInvalid()) {
      return Optional.of(invalid(mention, facts));
    }
    if (mention.name().filter(n -> unit.names().contains(n.toString())).isPresent()) {
      return Optional.of(
          RULE.at(mention.place(), "`%s` is to be enabled in itself", unit.name())
              .help("name the target that is to start it, such as `multi-user.target`"));
    }
    var name = mention.name().filter(n -> !facts.mayExist(n) && !missing.isRemoved(n));
    return name.filter(n -> missing.isMistake(mention))
        .map(n -> missing.advise(missing(mention), mention, "name a target that exists"))
        .map(found -> missing.meant(mention).isPresent() ? found : found.as(INFO));
  }

  private static Diagnostic missing(Mention mention) {
    return RULE.at(
            mention.place(),
            "`%s=%s` names a unit that does not exist",
            mention.directive(),
            mention.written())
        .note("once enabled, nothing starts the unit by it");
  }

  private static Diagnostic invalid(Mention mention, Facts facts) {
    return BadName.of(mention, facts)
        .finding(RULE, mention)
        .note("`systemctl enable` fails")
        .as(ERROR);
  }
}
