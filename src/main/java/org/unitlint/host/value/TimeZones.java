package org.unitlint.host.value;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The time zones of the zone database, by the names that systemd finds there. */
final class TimeZones {
  /** Zones that java.time has no name for, or learnt of lately, and what is the same. */
  private static final Map<String, String> SAME =
      Map.of(
          "EST", "-05:00",
          "MST", "-07:00",
          "HST", "-10:00",
          "Factory", "Z",
          "GMT+0", "Z",
          "GMT-0", "Z",
          "ROC", "Asia/Taipei",
          "America/Coyhaique", "America/Punta_Arenas");

  private TimeZones() {}

  /** The zone of that name; case counts. */
  static Optional<ZoneId> find(String name) {
    String plain = name.startsWith("posix/") ? name.substring("posix/".length()) : name;
    if (SAME.containsKey(plain)) {
      return Optional.of(ZoneId.of(SAME.get(plain)));
    }
    boolean letter = !plain.isEmpty() && Character.isUpperCase(plain.charAt(0));
    return letter && names().contains(plain) ? Optional.of(ZoneId.of(plain)) : Optional.empty();
  }

  /** All names that java.time knows and the zone database too. */
  static Set<String> names() {
    var names = new HashSet<>(ZoneId.getAvailableZoneIds());
    names.removeIf(n -> n.startsWith("SystemV/"));
    return names;
  }
}
