package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * A timer waits for a day that no month has, or for one that is long past. See systemd.time(7),
 * "Calendar Events".
 */
final class DateNeverComes implements UnitRule {
  private static final RuleInfo INFO =
      new RuleInfo("U404", "date-never-comes", WARNING, "timer waits for a date that never comes");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER).with("OnCalendar");

  /** The day of systemd 252: what lies before it is past on every machine that is judged. */
  private static final Instant PAST =
      LocalDate.of(2022, 10, 31).atStartOfDay().toInstant(ZoneOffset.UTC);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Dates.of(unit, facts)
        .filter(d -> d.existsEver() || d.onAnyWeekday().isEmpty())
        .filter(d -> Dates.next(d.event(), PAST).isEmpty())
        .map(DateNeverComes::finding);
  }

  private static Diagnostic finding(Dates dates) {
    var place = dates.date();
    return dates.existsEver()
        ? INFO.at(place, "`%s` is in the past and never comes again", place.text())
            .help("write `*` for the year of a date that comes each year, or drop the line")
        : INFO.at(place, "`%s` never comes, no month has such a day", place.text())
            .help("`*-*~01` is the last day of each month, `*-02~01` that of February");
  }
}
