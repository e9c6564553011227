package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.UnitLink;
import org.unitlint.host.UnitName;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** A link that leads nowhere makes no unit. See systemd.unit(5), "Unit File Load Path". */
final class DanglingLink implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L205", "dangling-link", WARNING, "a unit that is a link to nothing");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.whole()
        ? facts.machine().links().stream()
            .filter(link -> isDangling(link, facts))
            .filter(link -> !DefaultTargetMissing.tellsOf(link, facts))
            .map(link -> finding(link, facts))
        : Stream.empty();
  }

  private static boolean isDangling(UnitLink link, Facts facts) {
    boolean follows = link.kind() != UnitLink.Kind.MASK && link.kind() != UnitLink.Kind.REFUSED;
    var resolved = Paths.resolve(facts.machine().tree(), link.path());
    return follows
        && !Facts.isVendor(link.path())
        && !resolved.loop()
        && resolved.node().is(Node.Kind.MISSING)
        && isMissing(Paths.name(link.path()), facts)
        && isMissing(Paths.name(link.destination()), facts);
  }

  private static boolean isMissing(String name, Facts facts) {
    return facts.unit(name).filter(u -> u.state() != LoadState.NOT_FOUND).isEmpty()
        && UnitName.parse(name).filter(facts.machine()::generated).isEmpty();
  }

  private static Diagnostic finding(UnitLink link, Facts facts) {
    String name = Paths.name(link.path());
    boolean linked = link.kind() == UnitLink.Kind.DANGLING;
    return RULE.at(
            facts.place(link.path()),
            "`%s` is a link to `%s`, which does not exist",
            name,
            link.target())
        .note(
            linked
                ? "systemd cannot load such a unit"
                : "the link is left over, or comes too early")
        .help("remove the link, or put the unit's file there")
        .as(linked ? ERROR : WARNING);
  }
}
