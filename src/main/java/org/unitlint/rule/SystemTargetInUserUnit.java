package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.SpecialUnit;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** The managers of users do not see the system's units. See systemd.special(7). */
final class SystemTargetInUserUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D337",
          "system-target-in-user-unit",
          WARNING,
          "a user unit names a target that only the system has");
  private static final Set<String> DEPENDENCIES =
      Set.of(
          "After",
          "Before",
          "Wants",
          "Requires",
          "Requisite",
          "BindsTo",
          "PartOf",
          "Upholds",
          "WantedBy",
          "RequiredBy",
          "UpheldBy");
  private static final Subject SUBJECT = Subject.ANY.with(DEPENDENCIES);

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
    if (!facts.isUserUnit(unit)) {
      return Stream.empty();
    }
    var byTarget = new LinkedHashMap<String, List<Mention>>();
    Named.by(unit, facts).stream()
        .filter(m -> DEPENDENCIES.contains(m.directive()))
        .filter(m -> m.name().filter(n -> isSystemOnly(n.toString(), facts)).isPresent())
        .filter(m -> !isMissing(m, facts))
        .forEach(
            m ->
                byTarget
                    .computeIfAbsent(m.name().orElseThrow().toString(), n -> new ArrayList<>())
                    .add(m));
    return byTarget.values().stream().map(m -> finding(unit, m, facts));
  }

  private static boolean isSystemOnly(String name, Facts facts) {
    return facts
            .catalog()
            .specialUnit(name)
            .filter(s -> s.type() == UnitType.TARGET && !s.removed())
            .filter(s -> !s.scopes().contains(SpecialUnit.Scope.USER))
            .isPresent()
        && facts.unit(name).filter(u -> u.state() == LoadState.NOT_FOUND).isPresent();
  }

  /** Whether the rule about required units that are missing tells of it. */
  private static boolean isMissing(Mention mention, Facts facts) {
    return facts.whole()
        && mention.section().equals("Unit")
        && MissingRequiredUnit.DIRECTIVES.contains(mention.directive())
        && mention.name().filter(n -> !facts.mayExist(n)).isPresent();
  }

  private static Diagnostic finding(Unit unit, List<Mention> mentions, Facts facts) {
    var first = mentions.stream().filter(m -> isInstall(m)).findFirst().orElse(mentions.get(0));
    var found =
        RULE.at(
                first.place(),
                "`%s=%s` has no effect in a user unit: only the system has this target",
                first.directive(),
                first.written())
            .help(advice(first));
    for (Mention other : mentions) {
      found = other == first ? found : found.label(other.place(), "named here too");
    }
    return Said.mild(fix(found, unit, mentions), first, facts);
  }

  /** With the right target for what is to start the unit, and without the rest. */
  private static Diagnostic fix(Diagnostic found, Unit unit, List<Mention> mentions) {
    var edits = new ArrayList<Edit>();
    for (Mention mention : mentions) {
      var edit =
          isInstall(mention)
              ? Optional.of(new Edit(mention.place(), "default.target"))
              : Lines.without(mention, unit);
      edit.ifPresent(edits::add);
    }
    boolean starts = mentions.stream().anyMatch(m -> isInstall(m));
    String text = starts ? "write `default.target`" : "remove it";
    return edits.size() == mentions.size()
        ? found.fix(text, !starts, edits.toArray(Edit[]::new))
        : found;
  }

  private static boolean isInstall(Mention mention) {
    return mention.section().equals("Install");
  }

  private static String advice(Mention mention) {
    return isInstall(mention)
        ? "use `default.target`, or `graphical-session.target` for what needs a desktop"
        : "remove it; a user unit cannot wait for a system unit";
  }
}
