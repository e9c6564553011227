package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** By default a timer may elapse up to a minute late. See systemd.timer(5), AccuracySec=. */
final class TimerFinerThanAccuracy implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U279",
          "timer-finer-than-accuracy",
          INFO,
          "a timer that asks for less than the minute of `AccuracySec=`");
  private static final Subject SUBJECT = Subject.of(UnitType.TIMER);
  private static final List<String> REPEATING = List.of("OnUnitActiveSec", "OnUnitInactiveSec");
  private static final Pattern SECONDS =
      Pattern.compile(
          "([0-9]{1,6})\\s*(?:s|sec|second|seconds)?|[0-9]{1,9}\\s*(?:ms|msec|us|usec)");

  /** {@code *:*:0/10}, {@code *-*-* *:*:*}: several times a minute. */
  private static final Pattern DATE = Pattern.compile("(?:.*[\\s])?[0-9*,/.]+:\\*:(.*[/*,].*)");

  private static final int MINUTE = 60;

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
    if (!Timers.isTimer(unit) || !unit.settings("Timer", "AccuracySec").isEmpty()) {
      return Stream.empty();
    }
    return Stream.concat(
            REPEATING.stream()
                .flatMap(d -> unit.settings("Timer", d).stream())
                .filter(TimerFinerThanAccuracy::isShort),
            unit.settings("Timer", "OnCalendar").stream()
                .filter(s -> DATE.matcher(s.text()).matches()))
        .limit(1)
        .map(s -> finding(s, facts));
  }

  private static boolean isShort(Setting setting) {
    var matcher = SECONDS.matcher(setting.text());
    return matcher.matches()
        && Optional.ofNullable(matcher.group(1))
            .filter(n -> Integer.parseInt(n) >= MINUTE)
            .isEmpty();
  }

  private static Diagnostic finding(Setting setting, Facts facts) {
    var found =
        RULE.at(
                setting.place(),
                "`%s=%s` may be up to a minute late each time",
                setting.name(),
                setting.text())
            .note("`AccuracySec=` is `1min` by default, so that wake-ups can be bundled")
            .help("add `AccuracySec=1s`");
    return Advice.mild(found, setting, facts);
  }
}
