package org.unitlint.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobType;

/** What ends badly in a boot, each unit with the reason; those with the same one together. */
final class BootFailures {
  private final Forecast forecast;

  BootFailures(Forecast forecast) {
    this.forecast = forecast;
  }

  /** A line for each reason, in the order of the first unit's name. */
  List<String> lines() {
    var byReason = new LinkedHashMap<Reason, List<String>>();
    forecast.timeline().entries().values().stream()
        .filter(e -> !e.result().isGood() || isLost(e))
        .forEach(e -> byReason.computeIfAbsent(reason(e), r -> new ArrayList<>()).add(e.unit()));
    var lines = new ArrayList<String>();
    byReason.forEach(
        (reason, units) -> {
          String words = units.size() == 1 ? reason.one() : reason.many().orElseThrow();
          lines.add(BootText.list(units) + ": " + words);
        });
    return lines;
  }

  /** Whether it was active, and is not any more for another's sake. */
  private static boolean isLost(Entry entry) {
    return entry.goneMicros().isPresent() && entry.culprit().isPresent();
  }

  /**
   * Why a unit ended badly.
   *
   * @param one what is said of one unit
   * @param many what is said of several at once; empty where each is told alone
   * @param unit the unit that is told alone, else nothing
   */
  private record Reason(String one, Optional<String> many, String unit) {}

  private Reason reason(Entry entry) {
    String words = words(entry);
    for (String one : List.of("never begins", "is stopped")) {
      if (words.startsWith(one)) {
        String many = one.startsWith("is") ? "are stopped" : "never begin";
        return new Reason(words, Optional.of(many + words.substring(one.length())), "");
      }
    }
    return new Reason(words, Optional.empty(), entry.unit());
  }

  private String words(Entry entry) {
    String at = " at " + Spans.of(entry.endMicros());
    return switch (entry.result()) {
      case DONE -> "is stopped again at " + gone(entry) + because(entry);
      case TIMEOUT -> timeout(entry, at);
      case DEPENDENCY -> dependency(entry, at);
      case CANCELED -> canceled(entry, at);
      case RESOURCES -> "could not be begun" + at + retry(entry);
      case ASSERT, UNSUPPORTED -> forecast.reason(entry.unit()).orElse("cannot be started");
      case INACTIVE -> inactive(entry);
      case STUCK -> "waits for ever, for what it waits for waits for it";
      default -> "its start fails" + at + retry(entry);
    };
  }

  private static String timeout(Entry entry, String at) {
    if (entry.active()) {
      return "its job is given up" + at + ", before it is active";
    }
    return entry.began() ? "its time is up" + at + retry(entry) : "its time to begin is up" + at;
  }

  private String dependency(Entry entry, String at) {
    String why = entry.culprit().map(this::lack).orElse("what it needs is not active");
    if (!entry.began()) {
      return "never begins, for " + why;
    }
    String further = entry.active() ? ", but it becomes active" : "";
    return "its job is given up" + at + ", for " + why + further;
  }

  /** Why the unit was not there for others. */
  private String lack(String unit) {
    String name = Cells.clean(unit);
    var entry = Optional.ofNullable(forecast.timeline().entries().get(unit));
    if (entry.isEmpty()) {
      return name + " is not active";
    }
    return switch (entry.get().result()) {
      case DONE -> name + " has ended by then";
      case SKIPPED -> name + " is skipped by its condition";
      case TIMEOUT -> name + " takes too long";
      case CANCELED -> name + " is stopped";
      case DEPENDENCY -> name + " cannot begin";
      case INACTIVE -> name + " is not active";
      default -> name + " fails";
    };
  }

  private static String canceled(Entry entry, String at) {
    return entry.began()
        ? "is stopped" + at + because(entry)
        : "never begins, stopped" + because(entry);
  }

  private static String because(Entry entry) {
    return entry.culprit().map(c -> " because of " + Cells.clean(c)).orElse("");
  }

  private static String gone(Entry entry) {
    return Spans.of(entry.goneMicros().orElse(entry.endMicros()));
  }

  private static String inactive(Entry entry) {
    return entry.job().type() == JobType.RELOAD
        ? "cannot be reloaded, for it is not active"
        : "is needed, and neither active nor started";
  }

  private static String retry(Entry entry) {
    return entry
        .retry()
        .map(
            r ->
                r.untilMicros().isPresent()
                    ? ", and is tried again until " + Spans.of(r.untilMicros().getAsLong())
                    : ", and is tried again for ever")
        .orElse("");
  }
}
