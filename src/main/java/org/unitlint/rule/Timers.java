package org.unitlint.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** What several rules ask of a timer. See systemd.timer(5). */
final class Timers {
  /** Triggers that count from when the started unit was active. */
  static final List<String> RELATIVE = List.of("OnUnitActiveSec", "OnUnitInactiveSec");

  private static final List<String> ABSOLUTE =
      List.of(
          "OnCalendar",
          "OnActiveSec",
          "OnBootSec",
          "OnStartupSec",
          "OnClockChange",
          "OnTimezoneChange");

  private Timers() {}

  /** Whether it is a timer all of which is known. */
  static boolean isTimer(Unit unit) {
    return unit.name().type() == UnitType.TIMER && unit.fragment().isPresent();
  }

  /** The triggers that count from something else than the started unit. */
  static Stream<Setting> absolute(Unit timer) {
    return ABSOLUTE.stream().flatMap(d -> timer.settings("Timer", d).stream());
  }

  /** The triggers that count from when the started unit was active. */
  static Stream<Setting> relative(Unit timer) {
    return RELATIVE.stream().flatMap(d -> timer.settings("Timer", d).stream());
  }

  /** The trigger by which it elapses more than once, if there is one. */
  static Optional<Setting> repeating(Unit timer) {
    return Stream.concat(timer.settings("Timer", "OnCalendar").stream(), relative(timer))
        .findFirst();
  }

  /** The unit that it starts; empty where that is not there. */
  static Optional<Unit> started(Unit timer, Facts facts) {
    var written = timer.last("Timer", "Unit");
    var name =
        written.isEmpty()
            ? Optional.of(timer.name().withType(UnitType.SERVICE))
            : facts
                .machine()
                .specifiers()
                .expand(written.get().text(), timer.name())
                .flatMap(UnitName::parse);
    return name.map(facts.machine()::unit).filter(u -> u.fragment().isPresent());
  }
}
