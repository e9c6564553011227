package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/** systemd drops what ties a unit to itself. See systemd.unit(5). */
final class SelfDependency implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D307", "self-dependency", WARNING, "a unit names itself");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Named.by(unit, facts).stream()
        .filter(m -> m.section().equals("Unit"))
        .filter(m -> m.name().filter(n -> unit.names().contains(n.toString())).isPresent())
        .map(m -> finding(m, unit));
  }

  private static Diagnostic finding(Mention mention, Unit unit) {
    String name = mention.name().orElseThrow().toString();
    var found =
        RULE.at(mention.place(), "`%s` names itself in `%s=`", unit.name(), mention.directive());
    var noted =
        name.equals(unit.name().toString())
            ? found
            : found.note("`" + name + "` is another name of `" + unit.name() + "`");
    return Lines.remove(noted.help("remove the name; systemd ignores it"), mention, unit, true);
  }
}
