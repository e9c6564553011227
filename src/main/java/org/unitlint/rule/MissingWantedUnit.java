package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** A wanted unit that is not there is passed over in silence. See systemd.unit(5), "Wants=". */
final class MissingWantedUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D302", "missing-wanted-unit", WARNING, "a wanted unit does not exist");

  static final Set<String> DIRECTIVES = Set.of("Wants", "Upholds", "OnFailure", "OnSuccess");
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
    return missing.of("Unit", DIRECTIVES).filter(missing::isMistake).map(m -> finding(m, missing));
  }

  private static Diagnostic finding(Mention mention, MissingUnits missing) {
    var found =
        RULE.at(
            mention.place(),
            "`%s=%s` names a unit that does not exist",
            mention.directive(),
            mention.written());
    String name = mention.name().orElseThrow().toString();
    var noted =
        mention.written().equals(name) ? found : found.note("systemd looks for `" + name + "`");
    boolean made = mention.written().indexOf('%') >= 0 && mention.directive().startsWith("On");
    return missing
        .advise(noted, mention, "install the unit, or remove the name")
        .as(made ? INFO : WARNING);
  }
}
