package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** A unit cannot start without those that it requires. See systemd.unit(5), "Requires=". */
final class MissingRequiredUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D301", "missing-required-unit", ERROR, "a required unit does not exist");

  static final Set<String> DIRECTIVES = Set.of("Requires", "Requisite", "BindsTo");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    var missing = new MissingUnits(unit, facts);
    var written =
        missing
            .of("Unit", DIRECTIVES)
            .filter(m -> facts.whole() || missing.meant(m).isPresent())
            .map(m -> written(m, missing, facts));
    return Stream.concat(written, entries(unit, facts))
        .map(
            d ->
                d.severity() == ERROR && facts.isBootRefusedFor(unit.name().toString())
                    ? d.note(MaskedRequirement.BOOT)
                    : d);
  }

  private static Diagnostic written(Mention mention, MissingUnits missing, Facts facts) {
    UnitName name = mention.name().orElseThrow();
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` names a unit that does not exist",
                mention.directive(),
                mention.written())
            .as(severity(name, facts));
    String advice = "install the unit, or use `Wants=` if the unit can do without it";
    return missing.advise(shown(found, mention, name), mention, advice);
  }

  private static Diagnostic shown(Diagnostic found, Mention mention, UnitName name) {
    return mention.written().equals(name.toString())
        ? found
        : found.note("systemd looks for `" + name + "`");
  }

  /** Anybody may mount something that no file tells of. */
  private static Severity severity(UnitName name, Facts facts) {
    return facts.whole() && name.type() != UnitType.MOUNT ? ERROR : WARNING;
  }

  private static Stream<Diagnostic> entries(Unit unit, Facts facts) {
    return facts.whole()
        ? Mentions.ofFolders(facts.machine(), unit, "Requires").stream()
            .filter(m -> m.name().filter(n -> !facts.mayExist(n)).isPresent())
            .map(m -> entry(m, unit, facts))
        : Stream.empty();
  }

  private static Diagnostic entry(Mention mention, Unit unit, Facts facts) {
    UnitName name = mention.name().orElseThrow();
    return RULE.at(
            mention.place(), "`%s` is required by `%s`, but does not exist", name, unit.name())
        .help("remove the link, or install the unit")
        .as(severity(name, facts));
  }
}
