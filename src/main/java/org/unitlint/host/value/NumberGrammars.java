package org.unitlint.host.value;

import java.util.Map;
import java.util.Set;

/** The grammars of truth, numbers, sizes, times and dates. */
final class NumberGrammars {
  static final Map<String, Grammar<?>> ALL =
      Map.ofEntries(
          Map.entry("boolean", Flag.GRAMMAR),
          Map.entry("tristate", Flag.GRAMMAR),
          Map.entry("unsigned", WholeNumber.UNSIGNED),
          Map.entry("integer", WholeNumber.SIGNED),
          Map.entry("io-weight", WholeNumber.WEIGHT),
          Map.entry("cpu-weight", (Grammar<Long>) WholeNumber::cpuWeight),
          Map.entry("unsigned-or-infinity", Amounts.COUNT),
          Map.entry("integer-or-percent-or-infinity", Amounts.TASKS),
          Map.entry("size", Amounts.SIZE),
          Map.entry("size-or-percent-or-infinity", Amounts.MEMORY),
          Map.entry("size-or-percent-or-off", Amounts.QUOTA),
          Map.entry("percent", Amounts.PERCENT),
          Map.entry("percent-unbounded", Amounts.PROCESSORS),
          Map.entry("mode", Mode.GRAMMAR),
          Map.entry("timespan", (Grammar<TimeSpan>) TimeSpans::parse),
          Map.entry("timespan-or-empty", (Grammar<TimeSpan>) TimeSpans::parse),
          Map.entry("timespan-or-infinity", (Grammar<TimeSpan>) TimeSpans::parse),
          Map.entry("timespan-or-infinity-or-empty", (Grammar<TimeSpan>) TimeSpans::parse),
          Map.entry("timespan-ns", (Grammar<NanoSpan>) TimeSpans::parseNanos),
          Map.entry("calendar", CalendarText.GRAMMAR),
          Map.entry("resource-limit", ResourceLimit.GRAMMAR),
          Map.entry("io-limit", DeviceLimit.grammar(DeviceLimit::rate)),
          Map.entry("device-weight-list", DeviceLimit.grammar(WholeNumber.WEIGHT::parse)),
          Map.entry("device-timespan", DeviceLimit.grammar(DeviceLimit::latency)),
          Map.entry("cpu-list", CpuList.GRAMMAR));

  /** The kinds of which an empty value brings the default back, whatever the directive. */
  private static final Set<String> TAKING_EMPTY =
      Set.of(
          "cpu-weight",
          "integer:2..262144",
          "integer-or-percent-or-infinity",
          "io-weight",
          "percent",
          "percent-unbounded",
          "size-or-percent-or-infinity",
          "size-or-percent-or-off",
          "timespan-or-empty",
          "timespan-or-infinity-or-empty",
          "unsigned-or-infinity");

  /** The first version that takes an empty value for an unset tristate. */
  private static final int UNSET_SINCE = 253;

  private NumberGrammars() {}

  /** Whether that version takes an empty value of the kind, and nothing is set by it. */
  static boolean takeEmpty(String kind, int version) {
    return TAKING_EMPTY.contains(kind) || kind.equals("tristate") && version >= UNSET_SINCE;
  }
}
