package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unitlint.boot.Entry;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Scenario;
import org.unitlint.boot.Timeline;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/**
 * The time of a job runs from the beginning of a boot, while the job still waits for others. See
 * systemd.unit(5), JobTimeoutSec=.
 */
final class JobTimeoutTooShort implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "B111",
          "job-timeout-too-short",
          WARNING,
          "a job whose time is over before those end that it waits for");
  private static final String DIRECTIVE = "JobTimeoutSec";

  /** More would not be read. */
  private static final int LONGEST = 8;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()) {
      return Stream.empty();
    }
    var limits = new HashMap<String, TimeLimit>();
    for (Unit unit : facts.units()) {
      String name = unit.name().toString();
      if (unit.isLoaded() && !unit.settings("Unit", DIRECTIVE).isEmpty()) {
        TimeLimit.ofJob(unit, DIRECTIVE, facts).ifPresent(l -> limits.put(name, l));
      }
    }
    limits.keySet().removeIf(u -> facts.boot().jobs().get(u) != JobType.START);
    if (limits.isEmpty()) {
      return Stream.empty();
    }
    var pauses = pauses(facts);
    var durations = new HashMap<String, Long>();
    pauses.forEach(
        (unit, list) -> durations.put(unit, list.stream().mapToLong(Pause::micros).sum()));
    var timeline = Timeline.of(facts.boot(), Scenario.of(durations).unlimited());
    return limits.entrySet().stream()
        .filter(l -> l.getValue().isBelow(timeline.entries().get(l.getKey()).readyMicros()))
        .sorted(Map.Entry.comparingByKey())
        .map(l -> finding(l.getKey(), l.getValue(), timeline, pauses, facts));
  }

  /** What the services of the boot are sure to wait, unless a condition may skip them. */
  private static Map<String, List<Pause>> pauses(Facts facts) {
    var pauses = new HashMap<String, List<Pause>>();
    for (Unit unit : facts.units()) {
      String name = unit.name().toString();
      if (facts.boot().jobs().get(name) == JobType.START && !isConditional(unit)) {
        Service.of(unit, facts)
            .map(s -> Pause.ofStart(s).toList())
            .filter(p -> !p.isEmpty())
            .forEach(p -> pauses.put(name, p));
      }
    }
    return pauses;
  }

  private static boolean isConditional(Unit unit) {
    return unit.settings().all().stream()
        .map(Setting::name)
        .anyMatch(n -> n.matches("(Exec)?Condition.*|Assert.*"));
  }

  private static Diagnostic finding(
      String unit,
      TimeLimit limit,
      Timeline timeline,
      Map<String, List<Pause>> pauses,
      Facts facts) {
    var setting = limit.setting().orElseThrow();
    var entry = timeline.entries().get(unit);
    var waited = waited(entry, timeline);
    var found =
        RULE.at(
                setting.place(),
                "the job ends after %s, but before its turn %s for %s",
                limit.span().text(),
                sleeping(waited.stream().filter(pauses::containsKey).toList()),
                new TimeSpan(entry.readyMicros()).text())
            .about(unit);
    for (String other : waited) {
      for (Pause pause : pauses.getOrDefault(other, List.of())) {
        found = found.label(pause.place(), "`" + other + "` sleeps for " + pause.length());
      }
    }
    if (waited.size() > 1) {
      String rest = waited.size() == LONGEST ? " → …" : "";
      found = found.note("it waits for `" + String.join("` → `", waited) + "`" + rest);
    }
    found =
        found.help(
            "use `JobRunningTimeoutSec=`, whose time begins with the unit's own start, or allow"
                + " more");
    return Advice.mild(found, setting, facts);
  }

  private static String sleeping(List<String> units) {
    return switch (units.size()) {
      case 0 -> "others sleep";
      case 1 -> "`" + units.get(0) + "` sleeps";
      case 2 -> "`" + units.get(0) + "` and `" + units.get(1) + "` sleep";
      default -> "`" + units.get(0) + "` and others sleep";
    };
  }

  /**
   * The first units that it waits for, each for the next, without those behind the last that
   * sleeps.
   */
  private static List<String> waited(Entry entry, Timeline timeline) {
    var waited = new ArrayList<String>();
    var at = entry.waitedFor().map(timeline.entries()::get);
    while (at.isPresent() && at.get().endMicros() > 0 && waited.size() < LONGEST) {
      waited.add(at.get().job().unit());
      at = at.get().waitedFor().map(timeline.entries()::get);
    }
    return waited;
  }
}
