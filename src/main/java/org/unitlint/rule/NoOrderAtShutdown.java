package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;

/**
 * A unit that is stopped at shutdown must be ordered before it, or nothing waits for its end. See
 * systemd.service(5), "Default Dependencies".
 */
final class NoOrderAtShutdown implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D338",
          "no-order-at-shutdown",
          WARNING,
          "the shutdown stops the unit, but does not wait for that");
  private static final Subject SUBJECT =
      Subject.of(UnitType.SERVICE, UnitType.MOUNT, UnitType.AUTOMOUNT, UnitType.SWAP)
          .with("DefaultDependencies");
  private static final Set<String> ENDS =
      Set.of("shutdown.target", "umount.target", "final.target");

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
    if (unit.flag("Unit", "DefaultDependencies", true) || !isLasting(unit)) {
      return Stream.empty();
    }
    var said = new Said(unit, facts);
    return said.in(Set.of("Conflicts"))
        .filter(m -> said.isComplete())
        .filter(m -> said.own(m).filter(ENDS::contains).isPresent())
        .limit(1)
        .filter(m -> ENDS.stream().noneMatch(end -> said.names(end, Said.ORDERING)))
        .map(m -> finding(unit, m, facts));
  }

  private static Diagnostic finding(Unit unit, Mention mention, Facts facts) {
    var found =
        RULE.at(
                mention.place(),
                "`Conflicts=%s` without `Before=%s`: nothing waits for the unit to stop",
                mention.written(),
                mention.written())
            .note("`DefaultDependencies=no` takes away both")
            .help("add `Before=" + mention.written() + "`");
    return Said.mild(
        Lines.add(found, mention, unit, "Before", mention.written(), false), mention, facts);
  }

  /** Whether the unit has something to stop once it is up, which may take a while. */
  private static boolean isLasting(Unit unit) {
    boolean oneshot = unit.last("Service", "Type").filter(s -> s.is("oneshot")).isPresent();
    return switch (unit.name().type()) {
      case SERVICE -> !oneshot || !unit.settings("Service", "ExecStop").isEmpty();
      case MOUNT, AUTOMOUNT, SWAP -> true;
      default -> false;
    };
  }
}
