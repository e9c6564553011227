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

/** A path unit must say what to watch. See systemd.path(5), PathExists=. */
final class PathWithoutPath implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U221", "path-without-path", ERROR, "path unit that watches nothing");
  private static final Subject SUBJECT = Subject.of(UnitType.PATH);
  private static final List<String> DIRECTIVES =
      List.of("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");

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
    return Refusal.places(unit, Reason.NO_WATCHED_PATH)
        .filter(place -> !isThere(unit))
        .map(
            place ->
                RULE.at(place, "path unit watches no path")
                    .help("add `PathExists=`, `PathChanged=` or another path to watch"));
  }

  /** Whether a line that systemd does not take seems to be what is missing; others tell of it. */
  private static boolean isThere(Unit unit) {
    return Overlooked.has(unit, "path")
        || Overlooked.has(unit, "directory")
        || Overlooked.isIgnored(unit, "Path", DIRECTIVES);
  }
}
