package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** A mount unit must say what to mount. See systemd.mount(5), What=. */
final class MountWithoutWhat implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U216", "mount-without-what", ERROR, "mount unit without `What=`");
  private static final Subject SUBJECT = Subject.of(UnitType.MOUNT);

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
    return Refusal.places(unit, Reason.NO_WHAT)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(place, "mount unit has no `What=`")
                    .help(
                        "add `What=` with the device, or the name of the file system for one"
                            + " without, such as `tmpfs`"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "what") || Overlooked.isIgnored(unit, "Mount", List.of("What"));
  }
}
