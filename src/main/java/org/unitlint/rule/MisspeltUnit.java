package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Edit;

/** A name that nothing has is not looked for: the setting has no effect. See systemd.unit(5). */
final class MisspeltUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D304", "misspelt-unit", WARNING, "a misspelt name of a unit");
  private static final Set<String> DIRECTIVES =
      Set.of(
          "After",
          "Before",
          "Conflicts",
          "PartOf",
          "PropagatesReloadTo",
          "ReloadPropagatedFrom",
          "PropagatesStopTo",
          "StopPropagatedFrom",
          "JoinsNamespaceOf");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    var missing = new MissingUnits(unit, facts);
    var elsewhere =
        Stream.of(MissingRequiredUnit.DIRECTIVES, MissingWantedUnit.DIRECTIVES)
            .flatMap(d -> missing.of("Unit", d))
            .map(Mention::written)
            .collect(Collectors.toCollection(HashSet::new));
    var names =
        missing
            .of("Unit", DIRECTIVES)
            .filter(m -> elsewhere.add(m.written()) && missing.meant(m).isPresent())
            .map(m -> name(m, missing));
    var devices =
        Named.by(unit, facts).stream()
            .filter(m -> m.name().filter(n -> isNoDevice(n, m)).isPresent())
            .map(MisspeltUnit::device);
    return Stream.concat(names, devices);
  }

  private static Diagnostic name(Mention mention, MissingUnits missing) {
    var found = RULE.at(mention.place(), "no unit has the name `%s`", mention.written());
    return missing.advise(
        found.note("`" + mention.directive() + "=` has no effect with it"), mention, "");
  }

  /** Devices are called by their paths, which begin with {@code /dev} or {@code /sys}. */
  private static boolean isNoDevice(UnitName name, Mention mention) {
    return name.type() == UnitType.DEVICE
        && mention.written().indexOf('%') < 0
        && !name.prefix().startsWith("dev-")
        && !name.prefix().startsWith("sys-");
  }

  private static Diagnostic device(Mention mention) {
    String better = "dev-" + mention.written();
    return RULE.at(mention.place(), "no device has the name `%s`", mention.written())
        .note("the name of a device is its path below `/dev` or `/sys`")
        .help("did you mean `" + better + "`?")
        .fix("write `" + better + "`", false, new Edit(mention.place(), better));
  }
}
