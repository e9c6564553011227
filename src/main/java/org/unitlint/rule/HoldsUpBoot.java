package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.boot.Entry;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Scenario;
import org.unitlint.boot.Timeline;
import org.unitlint.boot.timing.Estimate;
import org.unitlint.boot.timing.Estimates;
import org.unitlint.boot.timing.StartTimeouts;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.TimeSpan;

/** A boot is over when all is up that its target comes after. See bootup(7). */
final class HoldsUpBoot implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("B120", "holds-up-boot", INFO, "one unit takes up most of the boot");
  private static final long LEAST_MICROS = 5_000_000;

  /** Longer than any boot. */
  private static final long NEVER_MICROS = 1_000_000_000_000_000L;

  private static final Set<String> COMMANDS =
      Set.of("ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()
        || facts.pulledInBy(DefaultTargetMissing.NAME).units().isEmpty()) {
      return Stream.empty();
    }
    var plan = facts.boot();
    var estimates = Estimates.of(facts.machine());
    var timeouts = StartTimeouts.of(facts.machine());
    var durations = new HashMap<String, Long>();
    plan.jobs()
        .forEach(
            (name, type) -> {
              var unit = plan.graph().units().get(name);
              if (type == JobType.START) {
                durations.put(name, micros(unit, estimates.of(unit), timeouts));
              }
            });
    if (durations.values().stream().noneMatch(d -> d >= LEAST_MICROS)) {
      return Stream.empty();
    }
    var timeline = Timeline.of(plan, Scenario.of(durations).unlimited());
    var target = Optional.ofNullable(timeline.entries().get(plan.anchor()));
    return target.flatMap(t -> longest(t, timeline)).stream()
        .filter(e -> isMost(e, target.get().endMicros()))
        .flatMap(e -> finding(e, target.get(), estimates, facts).stream());
  }

  private static long micros(Unit unit, Estimate estimate, StartTimeouts timeouts) {
    return estimate.neverReady() && timeouts.of(unit).isInfinite()
        ? NEVER_MICROS
        : estimate.micros();
  }

  /** Of those that the target waits for, one for the other, the one that takes longest. */
  private static Optional<Entry> longest(Entry target, Timeline timeline) {
    var longest = Optional.<Entry>empty();
    var at = target.waitedFor().map(timeline.entries()::get);
    while (at.isPresent()) {
      long most = longest.map(Entry::ownMicros).orElse(-1L);
      longest = at.get().ownMicros() > most ? at : longest;
      at = at.get().waitedFor().map(timeline.entries()::get);
    }
    return longest;
  }

  private static boolean isMost(Entry entry, long totalMicros) {
    return entry.ownMicros() >= LEAST_MICROS && entry.ownMicros() * 2 > totalMicros;
  }

  private static Optional<Diagnostic> finding(
      Entry entry, Entry target, Estimates estimates, Facts facts) {
    var unit = facts.graph().units().get(entry.job().unit());
    var command =
        facts.of(unit).invocations().stream()
            .filter(i -> COMMANDS.contains(i.setting().name()))
            .max(Comparator.comparing(HoldsUpBoot::sleeps).thenComparing(HoldsUpBoot::isMain));
    if (unit.name().type() != UnitType.SERVICE || command.isEmpty() || isConditional(unit)) {
      return Optional.empty();
    }
    boolean never = entry.ownMicros() >= NEVER_MICROS;
    String name = entry.job().unit();
    String end = target.job().unit();
    var found =
        never
            ? RULE.at(command.get().line(), "`%s` never starts: `%s` waits for ever", end, name)
                .as(WARNING)
                .help("use `Type=simple` or `Type=exec` for what does not end")
            : RULE.at(
                    command.get().line(),
                    "`%s` takes about %s, most of the time that a boot into `%s` takes",
                    name,
                    seconds(entry.ownMicros()),
                    end)
                .note("as estimated: " + estimates.of(unit).because())
                .help("let a timer with `OnBootSec=` start it, unless the boot needs it");
    return Optional.of(Advice.mild(found.about(name), command.get().setting(), facts));
  }

  private static boolean sleeps(Invocation invocation) {
    return invocation.text().contains("sleep");
  }

  private static boolean isMain(Invocation invocation) {
    return invocation.setting().name().equals("ExecStart");
  }

  private static String seconds(long micros) {
    return new TimeSpan(Math.round(micros / 1e6) * 1_000_000).text();
  }

  /** Whether it is known only of the running machine if it starts. */
  private static boolean isConditional(Unit unit) {
    return unit.settings().all().stream()
        .map(Setting::name)
        .anyMatch(n -> n.matches("(Exec)?Condition.*|Assert.*"));
  }
}
