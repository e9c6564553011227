package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/**
 * A timer waits for a date on a weekday that it is not. Both must be true at once, see
 * systemd.time(7), "Calendar Events".
 */
final class WeekdayContradictsDate implements UnitRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "U405", "weekday-contradicts-date", WARNING, "timer's date is not on its weekday");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER).with("OnCalendar");

  private static final long DAY_SECONDS = 24 * 60 * 60;

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
        .filter(d -> !d.existsEver())
        .flatMap(d -> d.onAnyWeekday().stream().map(first -> finding(d, first)));
  }

  private static Diagnostic finding(Dates dates, Instant first) {
    var place = dates.weekdays();
    var date = dates.date();
    return INFO.at(
            place, "`%s` is not the weekday of `%s`, so it never comes", place.text(), date.text())
        .label(date, onlyDay(dates, first).map(d -> "a " + d).orElse("never on that weekday"))
        .help("drop the weekday, or change one of the two");
  }

  /** The weekday of the date, if it is but one. */
  private static Optional<String> onlyDay(Dates dates, Instant first) {
    var event = dates.event().onAnyWeekday();
    var later = Dates.next(event, first.plusSeconds(DAY_SECONDS));
    return later.isPresent()
        ? Optional.empty()
        : Optional.of(
            first
                .atOffset(ZoneOffset.UTC)
                .getDayOfWeek()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH));
  }
}
