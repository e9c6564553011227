package org.unitlint.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.host.Accepted;
import org.unitlint.host.ManagerConfig;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * How long something may take at most.
 *
 * @param span never infinite
 * @param setting that says so; empty for what holds by default
 * @param directive that would say so
 */
record TimeLimit(TimeSpan span, Optional<Setting> setting, String directive) {
  private static final TimeSpan DEFAULT = TimeSpan.parse("90s").orElseThrow();

  /**
   * That of each command by which the service starts; empty where there is none. See
   * systemd.service(5), TimeoutStartSec=.
   */
  static Optional<TimeLimit> ofStart(Service service) {
    var written = last(service, "TimeoutStartSec");
    return written.isEmpty() && service.is("oneshot")
        ? Optional.empty()
        : of(written, "TimeoutStartSec", service);
  }

  /** That of each command by which the service stops. */
  static Optional<TimeLimit> ofStop(Service service) {
    return of(last(service, "TimeoutStopSec"), "TimeoutStopSec", service);
  }

  /** {@code TimeoutSec=} sets both, so that the later one counts. */
  private static Optional<Setting> last(Service service, String directive) {
    var all = service.unit().settings().all();
    return Stream.of(service.last("TimeoutSec"), service.last(directive))
        .flatMap(Optional::stream)
        .max((a, b) -> Integer.compare(all.indexOf(a), all.indexOf(b)));
  }

  private static Optional<TimeLimit> of(
      Optional<Setting> written, String directive, Service service) {
    var span =
        written.isPresent()
            ? TimeSpan.parse(written.get().text())
            : ManagerConfig.of(service.facts().machine())
                .value("Default" + directive)
                .flatMap(TimeSpan::parse)
                .or(() -> Optional.of(DEFAULT));
    return span.map(TimeSpan::zeroAsInfinity)
        .filter(s -> !s.isInfinite())
        .map(s -> new TimeLimit(s, written, written.map(Setting::name).orElse(directive)));
  }

  /** That of the unit's job, which the directive of [Unit] sets. See systemd.unit(5). */
  static Optional<TimeLimit> ofJob(Unit unit, String directive, Facts facts) {
    return Accepted.of(facts.machine(), unit)
        .last("Unit", directive)
        .flatMap(
            setting ->
                TimeSpan.parse(setting.text())
                    .map(TimeSpan::zeroAsInfinity)
                    .filter(s -> !s.isInfinite())
                    .map(s -> new TimeLimit(s, Optional.of(setting), directive)));
  }

  /** Whether what takes so many microseconds takes longer. */
  boolean isBelow(long micros) {
    return span.micros() < micros;
  }
}
