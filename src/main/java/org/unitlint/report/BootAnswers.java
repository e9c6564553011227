package org.unitlint.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.boot.Change;
import org.unitlint.boot.Comparison;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.Suggestion;
import org.unitlint.boot.Trials;
import org.unitlint.graph.Link;

/** What else was asked of a boot: what if, how sure, as recorded, how to make it faster. */
final class BootAnswers {
  private static final int MOST = 10;

  private final Forecast forecast;
  private final Prose prose;

  BootAnswers(Forecast forecast, Prose prose) {
    this.forecast = forecast;
    this.prose = prose;
  }

  void write() {
    forecast.change().ifPresent(this::change);
    forecast.trials().ifPresent(this::trials);
    forecast.comparison().ifPresent(this::recorded);
    suggestions(forecast.suggestions());
  }

  private void change(Change change) {
    long before = change.plain().totalMicros();
    long after = forecast.timeline().totalMicros();
    String difference =
        before == after
            ? "takes as long as before, " + Spans.of(after)
            : "takes %s instead of %s, %s %s"
                .formatted(
                    Spans.of(after),
                    Spans.of(before),
                    Spans.of(Math.abs(before - after)),
                    after < before ? "less" : "more");
    prose.heading("Compared with the plain boot it " + difference + ".");
    BootText.about(prose, "fails now:", List.copyOf(change.failed()));
    BootText.about(prose, "fails no longer:", List.copyOf(change.mended()));
    BootText.about(prose, "is started instead:", List.copyOf(change.takenOver()));
    BootText.about(prose, "has no job any more:", List.copyOf(change.gone()));
    BootText.about(prose, "has a job now:", List.copyOf(change.added()));
    BootText.about(prose, "is ready earlier:", List.copyOf(change.earlier()));
    BootText.about(prose, "is ready later:", List.copyOf(change.later()));
  }

  private void trials(Trials trials) {
    prose.heading(
        "In %s boots drawn by chance half take at most %s, nine in ten at most %s."
            .formatted(
                trials.runs(),
                Spans.of(trials.total().p50Micros()),
                Spans.of(trials.total().p90Micros())));
    trials.units().entrySet().stream()
        .filter(e -> e.getValue().criticalShare() > 0)
        .filter(e -> took(e.getKey()) > 0)
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Trials.Of> e) -> -e.getValue().criticalShare())
                .thenComparing(e -> -took(e.getKey()))
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .forEach(e -> prose.line("  " + trial(e.getKey(), e.getValue())));
  }

  private long took(String unit) {
    return Optional.ofNullable(forecast.timeline().entries().get(unit))
        .map(e -> e.ownMicros())
        .orElse(0L);
  }

  private static String trial(String unit, Trials.Of trial) {
    return "%s holds it up in %s %% of them; ready after %s, nine in ten after %s"
        .formatted(
            Cells.clean(unit),
            Math.round(trial.criticalShare() * 100),
            Spans.of(trial.ready().p50Micros()),
            Spans.of(trial.ready().p90Micros()));
  }

  private void recorded(Comparison recorded) {
    prose.heading(
        "The recorded boot took %s; %s of %s pairs of starts came in the other order."
            .formatted(
                Spans.of(recorded.totalMicros()),
                recorded.contradicted().isEmpty() ? "none" : recorded.contradicted().size(),
                recorded.pairs()));
    BootText.about(prose, "started, not predicted:", List.copyOf(recorded.notPredicted()));
    BootText.about(prose, "predicted, not started:", List.copyOf(recorded.notStarted()));
    BootText.about(prose, "not in this root:", List.copyOf(recorded.notInRoot()));
    BootText.about(prose, "started by something else:", List.copyOf(recorded.mayStart()));
    BootText.about(prose, "deleted to break a cycle:", List.copyOf(recorded.deleted()));
    if (!recorded.criticalPath().isEmpty()) {
      prose.paragraph(2, 4, "held up by: " + String.join(" → ", recorded.criticalPath()));
    }
  }

  private void suggestions(List<Suggestion> suggestions) {
    if (suggestions.isEmpty()) {
      return;
    }
    prose.heading("What would make it faster, if the units can do without:");
    for (Suggestion suggestion : suggestions.stream().limit(MOST).toList()) {
      prose.paragraph(2, 4, words(suggestion));
    }
  }

  private static String words(Suggestion suggestion) {
    String saved = Spans.of(suggestion.savedMicros());
    if (suggestion.kind() == Suggestion.Kind.ON_DEMAND) {
      return "%s less if %s is started by %s only: the first who asks waits %s"
          .formatted(
              saved, suggestion.unit(), suggestion.other(), Spans.of(suggestion.priceMicros()));
    }
    String source =
        suggestion
            .edge()
            .map(e -> LinkWords.source(new Link(e, true)))
            .filter(lines -> !lines.isEmpty())
            .map(lines -> " (" + lines.get(0) + ")")
            .orElse("");
    return "%s less if %s did not wait for %s%s"
        .formatted(saved, suggestion.unit(), suggestion.other(), source);
  }
}
