package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * The limit counts starts, and restarts come no faster than their delay. See systemd.unit(5),
 * StartLimitIntervalSec=.
 */
final class UnreachableStartLimit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U239", "unreachable-start-limit", INFO, "start limit that restarts are too slow to hit");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("StartLimitBurst");

  private static final long DEFAULT_DELAY = 100_000;
  private static final long DEFAULT_INTERVAL = 10_000_000;
  private static final long DEFAULT_BURST = 5;

  /** Who asks for more starts than that wants no limit. */
  private static final long HIGHEST_BURST = 100;

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
    return Service.of(unit, facts).flatMap(UnreachableStartLimit::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var burst = service.last("Unit", "StartLimitBurst");
    var interval = service.last("Unit", "StartLimitIntervalSec");
    var delay = service.last("RestartSec");
    boolean restarts = service.last("Restart").filter(r -> !r.is("no")).isPresent();
    if (!restarts || burst.isEmpty() || delay.isEmpty()) {
      return Stream.empty();
    }
    long within = micros(interval, DEFAULT_INTERVAL);
    long pause = micros(delay, DEFAULT_DELAY);
    long starts =
        burst
            .filter(b -> b.text().matches("\\d{1,6}"))
            .map(b -> Long.parseLong(b.text()))
            .orElse(0L);
    if (starts == 0 || starts > HIGHEST_BURST || within == 0 || starts * pause <= within) {
      return Stream.empty();
    }
    return Stream.of(finding(burst.get(), interval, delay.get(), starts * pause));
  }

  private static Diagnostic finding(
      Setting burst, Optional<Setting> interval, Setting delay, long needed) {
    String text = interval.map(Setting::text).orElse("10s");
    var found =
        RULE.at(
                burst.place(),
                "the start limit is never hit: %s restarts %s apart take longer than %s",
                burst.text(),
                seconds(delay.text()),
                seconds(text))
            .label(delay.place(), "the pause before each restart");
    if (interval.isPresent()) {
      found = found.label(interval.get().place(), "the time that counts");
    }
    return found.help(
        "set `StartLimitIntervalSec=` to more than %ss, or shorten `RestartSec=`"
            .formatted((needed + 999_999) / 1_000_000));
  }

  /** The text, with the unit that systemd assumes. */
  private static String seconds(String text) {
    return text.matches("\\d+") ? text + "s" : text;
  }

  /** The length; 0 where the setting has none that can be told. */
  private static long micros(Optional<Setting> setting, long otherwise) {
    return setting.map(s -> Durations.micros(s.text()).orElse(0)).orElse(otherwise);
  }
}
