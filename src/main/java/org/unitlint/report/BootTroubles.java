package org.unitlint.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.boot.Decision;
import org.unitlint.boot.Decision.Step;
import org.unitlint.boot.ExplainedCycle;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobName;
import org.unitlint.boot.Plan;

/** What goes wrong in a boot: cycles, jobs that are thrown out, starts that fail. */
final class BootTroubles {
  private static final int MOST_FAILURES = 40;

  private final Forecast forecast;
  private final Prose prose;

  BootTroubles(Forecast forecast, Prose prose) {
    this.forecast = forecast;
    this.prose = prose;
  }

  void write() {
    cycles();
    alternatives();
    dropped();
    failed();
  }

  /** The cycles, those together that end with the same orderings. */
  void cycles() {
    var byAdvice = new LinkedHashMap<String, List<ExplainedCycle>>();
    for (ExplainedCycle cycle : forecast.cycles()) {
      byAdvice.computeIfAbsent(cycle.advice(), a -> new ArrayList<>()).add(cycle);
    }
    byAdvice.values().forEach(this::cycles);
  }

  /** Cycles that end with the same orderings; the shortest stands for all. */
  private void cycles(List<ExplainedCycle> cycles) {
    var shown =
        cycles.stream()
            .min(
                Comparator.comparing((ExplainedCycle c) -> !c.met())
                    .thenComparing(c -> c.cycle().path().size()))
            .orElseThrow();
    var names = new ArrayList<>(shown.cycle().path().stream().map(JobName::unit).toList());
    names.add(names.get(0));
    String head = shown.met() ? "Ordering cycle: " : "Ordering cycle that may be met instead: ";
    int more = cycles.size() - 1;
    String others = more == 0 ? "" : ", and " + more + " more around it";
    prose.gap().paragraph(0, 2, head + String.join(" → ", names) + others);
    prose.paragraph(2, 4, deleted(cycles));
    prose.paragraph(2, 4, "advice: " + shown.advice());
  }

  private static String deleted(List<ExplainedCycle> cycles) {
    var candidates = new TreeSet<String>();
    cycles.forEach(c -> c.cycle().candidates().forEach(j -> candidates.add(j.unit())));
    var here = new TreeSet<String>();
    cycles.stream()
        .filter(ExplainedCycle::met)
        .forEach(c -> c.cycle().deleted().ifPresent(j -> here.add(j.unit())));
    if (candidates.isEmpty()) {
      return "every job of it is needed, so that nothing is started";
    }
    if (candidates.size() == 1) {
      return "systemd deletes the job of " + candidates.first();
    }
    String chosen = here.isEmpty() ? "" : "; here it is that of " + BootText.list(here);
    return "systemd deletes the job of one of "
        + BootText.list(candidates)
        + ", by chance"
        + chosen;
  }

  private void alternatives() {
    var others = forecast.alternatives();
    if (others.isEmpty()) {
      return;
    }
    prose.heading(
        "What systemd makes of it is chance; this is 1 of %s outcomes. Others:"
            .formatted(others.size() + 1));
    for (Plan other : others.stream().limit(5).toList()) {
      prose.paragraph(2, 4, difference(other));
    }
    if (others.size() > 5) {
      prose.line("  and " + (others.size() - 5) + " more; --format json lists them");
    }
  }

  private String difference(Plan other) {
    if (other.refusal().isPresent()) {
      return "nothing is started: " + other.refusal().get();
    }
    var jobs = forecast.plan().jobs();
    var missing = List.copyOf(Forecast.without(jobs, other.jobs()).keySet());
    var additional = List.copyOf(Forecast.without(other.jobs(), jobs).keySet());
    var words = new ArrayList<String>();
    if (!missing.isEmpty()) {
      words.add("without " + BootText.list(missing));
    }
    if (!additional.isEmpty()) {
      words.add("with " + BootText.list(additional));
    }
    return String.join(", ", words);
  }

  /** Jobs of units that have none in the end; what was merged or redundant is no trouble. */
  private void dropped() {
    var jobs = forecast.plan().jobs();
    var byUnit = new TreeMap<String, Decision>();
    for (Decision decision : forecast.plan().decisions()) {
      boolean trouble =
          decision.step() == Step.VERIFY_ORDER
              || decision.step() == Step.MERGE_JOBS
              || decision.step() == Step.LEAVE_OUT && !isAskedFor(decision)
              || decision.step() == Step.PULL_IN && !decision.because().contains("asked for by");
      if (trouble && !jobs.containsKey(decision.job().unit()) && !isStarted(decision)) {
        byUnit.putIfAbsent(decision.job().unit(), decision);
      }
    }
    if (byUnit.isEmpty()) {
      return;
    }
    prose.heading("Not started, for systemd drops the job:");
    byUnit.values().forEach(d -> prose.paragraph(2, 4, d.job() + ": " + d.because()));
  }

  private static boolean isAskedFor(Decision decision) {
    return decision.because().equals(Decision.AS_ASKED);
  }

  /** Whether something else starts the unit after all. */
  private boolean isStarted(Decision decision) {
    var entry = forecast.timeline().entries().get(decision.job().unit());
    return entry != null && entry.began();
  }

  private void failed() {
    var failures = new BootFailures(forecast).lines();
    if (!failures.isEmpty()) {
      prose.heading("Fails:");
      failures.stream().limit(MOST_FAILURES).forEach(line -> prose.paragraph(2, 4, line));
      int more = failures.size() - MOST_FAILURES;
      if (more > 0) {
        prose.line("  and " + more + " more; --format json lists them");
      }
    }
  }
}
