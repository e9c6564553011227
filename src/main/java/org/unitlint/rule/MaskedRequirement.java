package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;

/**
 * A masked unit cannot start, and so nothing that requires it. See systemd.unit(5), "Requires=".
 */
final class MaskedRequirement implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D306", "masked-requirement", ERROR, "a required unit is masked");

  /** What it means where a boot requires the unit that requires the other. */
  static final String BOOT = "so systemd refuses the whole boot";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Stream.concat(
            Named.by(unit, facts).stream()
                .filter(m -> m.section().equals("Unit"))
                .filter(m -> MissingRequiredUnit.DIRECTIVES.contains(m.directive())),
            Mentions.ofFolders(facts.machine(), unit, "Requires").stream())
        .flatMap(m -> finding(m, facts).stream())
        .map(d -> facts.isBootRefusedFor(unit.name().toString()) ? d.note(BOOT) : d);
  }

  private static java.util.Optional<Diagnostic> finding(Mention mention, Facts facts) {
    return mention
        .name()
        .map(facts.machine()::unit)
        .filter(u -> u.state() == LoadState.MASKED)
        .map(
            masked ->
                RULE.at(
                        mention.place(),
                        "`%s=%s` names a masked unit",
                        mention.directive(),
                        mention.written())
                    .note("`" + masked.fragmentPath() + "` masks it")
                    .help("unmask it, or use `Wants=`"));
  }
}
