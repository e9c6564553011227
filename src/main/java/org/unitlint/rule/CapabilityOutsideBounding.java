package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.Capabilities;
import org.unitlint.source.Edit;

/** What is not in the bounding set cannot be given. See systemd.exec(5), AmbientCapabilities=. */
final class CapabilityOutsideBounding implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H303",
          "capability-outside-bounding",
          ERROR,
          "an ambient capability that the bounding set lacks");
  private static final Subject SUBJECT = Subject.ANY.with("AmbientCapabilities");

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
    var limits = Sandbox.lines(unit, "CapabilityBoundingSet").toList();
    if (limits.isEmpty()) {
      return Stream.empty();
    }
    long bounding = Sandbox.bounding(unit, facts);
    String section = unit.name().type().section();
    return Accepted.items(facts.machine(), unit, section, "AmbientCapabilities").stream()
        .filter(i -> !i.setting().text().startsWith("~"))
        .filter(i -> facts.catalog().capabilities().number(i.text()).isPresent())
        .filter(i -> !Capabilities.has(bounding, i.text(), facts.catalog()))
        .map(i -> finding(i, limits.get(limits.size() - 1)));
  }

  private static Diagnostic finding(Accepted.Item item, Setting limit) {
    var found =
        RULE.at(item.place(), "`%s` is not in `CapabilityBoundingSet=`", item.text())
            .label(limit.place(), "leaves it out")
            .note("the service fails to start, with status 218/CAPABILITIES")
            .help("add it to `CapabilityBoundingSet=`, or remove it here");
    boolean list = !limit.value().isEmpty() && !limit.text().startsWith("~");
    int end = limit.place().span().end();
    return list
        ? found.fix(
            "add it to `CapabilityBoundingSet=`",
            false,
            new Edit(limit.place().source().place(end, end), " " + item.text()))
        : found;
  }
}
