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

/** Enabling enables those units too, where they exist. See systemd.unit(5), "Also=". */
final class MissingAlsoUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D310", "missing-also-unit", WARNING, "a unit to be enabled too does not exist");
  private static final Subject SUBJECT = Subject.ANY.with("Also");

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
    return Named.by(unit, facts, "Install", Set.of("Also"))
        .flatMap(m -> finding(m, missing, facts).stream());
  }

  private static Optional<Diagnostic> finding(Mention mention, MissingUnits missing, Facts facts) {
    if (mention.isInvalid()) {
      return Optional.of(invalid(mention, facts));
    }
    return mention
        .name()
        .filter(n -> !facts.mayExist(n) && missing.isMistake(mention))
        .map(
            n ->
                RULE.at(
                    mention.place(),
                    "`Also=%s` names a unit that does not exist",
                    mention.written()))
        .map(found -> missing.advise(found, mention, "install the unit, or remove the name"))
        .map(found -> missing.meant(mention).isPresent() ? found : found.as(INFO));
  }

  private static Diagnostic invalid(Mention mention, Facts facts) {
    return BadName.of(mention, facts)
        .finding(RULE, mention)
        .note("`systemctl enable` fails")
        .as(ERROR);
  }
}
