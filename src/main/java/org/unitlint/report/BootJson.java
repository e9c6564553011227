package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.boot.Change;
import org.unitlint.boot.Comparison;
import org.unitlint.boot.Decision;
import org.unitlint.boot.Entry;
import org.unitlint.boot.ExplainedCycle;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobName;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Plan;
import org.unitlint.boot.Suggestion;
import org.unitlint.boot.Timeline;
import org.unitlint.boot.Trials;
import org.unitlint.boot.profile.Fact;
import org.unitlint.graph.Edge;

/** The contract {@code unitlint/boot/1}; times are microseconds. */
public final class BootJson {
  private final Forecast forecast;
  private final JsonGenerator json;
  private final EdgeJson edges;

  private BootJson(Forecast forecast, JsonGenerator json) {
    this.forecast = forecast;
    this.json = json;
    this.edges = new EdgeJson(forecast.plan().graph().machine(), json);
  }

  /** Writes the forecast. */
  public static void write(Forecast forecast, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.setPrettyPrinter(EntryLines.ofLists());
      new BootJson(forecast, json).write();
    }
    out.write('\n');
  }

  private void write() throws IOException {
    var plan = forecast.plan();
    json.writeStartObject();
    json.writeStringField("schema", "unitlint/boot/1");
    text("target", plan.anchor());
    json.writeStringField("job", plan.request().type().word());
    json.writeStringField("mode", plan.request().mode().word());
    json.writeBooleanField("accepted", plan.refusal().isEmpty());
    if (plan.refusal().isPresent()) {
      text("refusal", plan.refusal().get());
    }
    jobs("jobs", plan.jobs());
    json.writeArrayFieldStart("cycles");
    for (ExplainedCycle cycle : forecast.cycles()) {
      cycle(cycle);
    }
    json.writeEndArray();
    dropped(plan.decisions());
    alternatives();
    timeline();
    json.writeNumberField("beginMicros", forecast.beginMicros());
    json.writeNumberField("totalMicros", forecast.timeline().totalMicros());
    json.writeNumberField("sequentialMicros", forecast.sequentialMicros());
    texts("criticalPath", forecast.timeline().criticalPath());
    criticalWaits();
    parallelism();
    assumptions(forecast.assumptions().values());
    estimates();
    new StandbyJson(forecast.plan().graph().machine(), json).write(forecast.standby());
    if (forecast.trials().isPresent()) {
      trials(forecast.trials().get());
    }
    if (forecast.comparison().isPresent()) {
      recorded(forecast.comparison().get());
    }
    if (forecast.change().isPresent()) {
      change(forecast.change().get());
    }
    if (!forecast.suggestions().isEmpty()) {
      suggestions();
    }
    json.writeEndObject();
  }

  private void jobs(String field, Map<String, JobType> jobs) throws IOException {
    json.writeArrayFieldStart(field);
    for (Map.Entry<String, JobType> job : jobs.entrySet()) {
      job(new JobName(job.getKey(), job.getValue()));
    }
    json.writeEndArray();
  }

  private void job(JobName job) throws IOException {
    json.writeStartObject();
    text("unit", job.unit());
    json.writeStringField("type", job.type().word());
    json.writeEndObject();
  }

  private void cycle(ExplainedCycle explained) throws IOException {
    var cycle = explained.cycle();
    json.writeStartObject();
    texts("path", cycle.path().stream().map(JobName::toString).toList());
    if (explained.met() && cycle.deleted().isPresent()) {
      text("deleted", cycle.deleted().get().toString());
    }
    texts("candidates", cycle.candidates().stream().map(JobName::toString).toList());
    json.writeBooleanField("met", explained.met());
    json.writeArrayFieldStart("edges");
    for (Edge edge : explained.edges()) {
      edge(edge);
    }
    json.writeEndArray();
    text("advice", explained.advice());
    json.writeEndObject();
  }

  private void dropped(List<Decision> decisions) throws IOException {
    json.writeArrayFieldStart("dropped");
    for (Decision decision : decisions) {
      json.writeStartObject();
      text("unit", decision.job().unit());
      json.writeStringField("type", decision.job().type().word());
      json.writeStringField("step", decision.step().words());
      text("because", decision.because());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** What systemd may come to otherwise, told by what is different. */
  private void alternatives() throws IOException {
    var jobs = forecast.plan().jobs();
    json.writeArrayFieldStart("alternatives");
    for (Plan other : forecast.alternatives()) {
      json.writeStartObject();
      json.writeBooleanField("accepted", other.refusal().isEmpty());
      texts("deleted", Forecast.deleted(other));
      jobs("missing", Forecast.without(jobs, other.jobs()));
      jobs("additional", Forecast.without(other.jobs(), jobs));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void timeline() throws IOException {
    json.writeArrayFieldStart("timeline");
    for (Entry entry : forecast.timeline().inOrder()) {
      if (entry.began()) {
        entry(entry);
      }
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notStarted");
    for (Entry entry : forecast.timeline().inOrder()) {
      if (!entry.began()) {
        json.writeStartObject();
        text("unit", entry.unit());
        json.writeStringField("result", entry.result().word());
        optional("because", entry.culprit());
        json.writeNumberField("atMicros", entry.endMicros());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void entry(Entry entry) throws IOException {
    json.writeStartObject();
    text("unit", entry.unit());
    if (entry.job().type() != JobType.START) {
      json.writeStringField("type", entry.job().type().word());
    }
    json.writeNumberField("startMicros", entry.startMicros());
    json.writeNumberField("readyMicros", entry.endMicros());
    optional("waitedFor", entry.waitedFor());
    json.writeNumberField("releasedMicros", entry.readyMicros());
    json.writeNumberField("managerMicros", entry.managerMicros());
    json.writeNumberField("slackMicros", entry.slackMicros());
    switch (entry.result()) {
      case DONE -> {}
      case SKIPPED -> {
        json.writeBooleanField("skipped", true);
        optional("reason", forecast.reason(entry.unit()));
      }
      default -> {
        json.writeStringField("result", entry.result().word());
        optional("culprit", entry.culprit());
        optional("reason", forecast.reason(entry.unit()));
        if (entry.active()) {
          json.writeBooleanField("becomesActive", true);
        }
      }
    }
    optional("startedBy", entry.because());
    if (entry.retry().isPresent()) {
      var until = entry.retry().get().untilMicros();
      json.writeBooleanField("retried", true);
      if (until.isPresent()) {
        json.writeNumberField("givenUpMicros", until.getAsLong());
      }
    }
    if (entry.goneMicros().isPresent()) {
      json.writeNumberField("goneMicros", entry.goneMicros().getAsLong());
    }
    json.writeEndObject();
  }

  /** Why each unit of the critical path waits for the one before it. */
  private void criticalWaits() throws IOException {
    var path = forecast.timeline().criticalPath();
    json.writeArrayFieldStart("criticalWaits");
    for (int i = 1; i < path.size(); i++) {
      var wait = forecast.wait(path.get(i), path.get(i - 1));
      if (wait.isPresent()) {
        edge(wait.get());
      }
    }
    json.writeEndArray();
  }

  private void edge(Edge edge) throws IOException {
    json.writeStartObject();
    text("from", edge.from());
    text("to", edge.to());
    json.writeStringField("kind", edge.kind().word());
    edges.reasons(edge.from(), edge.reasons());
    json.writeEndObject();
  }

  private void parallelism() throws IOException {
    json.writeArrayFieldStart("parallelism");
    for (Timeline.Level level : forecast.timeline().parallelism()) {
      json.writeStartObject();
      json.writeNumberField("fromMicros", level.fromMicros());
      json.writeNumberField("starts", level.starts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void assumptions(Collection<Fact> facts) throws IOException {
    json.writeArrayFieldStart("assumptions");
    for (Fact fact : facts) {
      json.writeStartObject();
      text("key", fact.key());
      text("value", fact.value());
      json.writeStringField("origin", fact.origin().word());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void estimates() throws IOException {
    json.writeArrayFieldStart("estimates");
    for (var estimate : forecast.estimates().entrySet()) {
      if (estimate.getValue().micros() > 0) {
        json.writeStartObject();
        text("unit", estimate.getKey());
        json.writeNumberField("micros", estimate.getValue().micros());
        text("because", estimate.getValue().because());
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private void trials(Trials trials) throws IOException {
    json.writeObjectFieldStart("trials");
    json.writeNumberField("runs", trials.runs());
    range(trials.total());
    json.writeArrayFieldStart("units");
    for (var unit : trials.units().entrySet()) {
      json.writeStartObject();
      text("unit", unit.getKey());
      range(unit.getValue().ready());
      json.writeNumberField("criticalShare", unit.getValue().criticalShare());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void range(Trials.Range range) throws IOException {
    json.writeNumberField("p50Micros", range.p50Micros());
    json.writeNumberField("p90Micros", range.p90Micros());
  }

  private void recorded(Comparison recorded) throws IOException {
    json.writeObjectFieldStart("recorded");
    texts("notPredicted", recorded.notPredicted());
    texts("notStarted", recorded.notStarted());
    texts("notInRoot", recorded.notInRoot());
    texts("mayStart", recorded.mayStart());
    texts("deleted", recorded.deleted());
    json.writeNumberField("pairs", recorded.pairs());
    json.writeNumberField("pairsContradicted", recorded.share());
    json.writeArrayFieldStart("contradicted");
    for (List<String> pair : recorded.contradicted()) {
      json.writeStartArray();
      for (String unit : pair) {
        json.writeString(JsonReport.valid(unit));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeNumberField("totalMicros", recorded.totalMicros());
    texts("criticalPath", recorded.criticalPath());
    json.writeEndObject();
  }

  private void change(Change change) throws IOException {
    json.writeObjectFieldStart("change");
    json.writeNumberField("plainTotalMicros", change.plain().totalMicros());
    json.writeNumberField(
        "savedMicros", change.plain().totalMicros() - forecast.timeline().totalMicros());
    texts("plainCriticalPath", change.plain().criticalPath());
    texts("gone", change.gone());
    texts("added", change.added());
    texts("failed", change.failed());
    texts("mended", change.mended());
    texts("takenOver", change.takenOver());
    texts("earlier", change.earlier());
    texts("later", change.later());
    json.writeEndObject();
  }

  private void suggestions() throws IOException {
    json.writeArrayFieldStart("suggestions");
    for (Suggestion suggestion : forecast.suggestions()) {
      json.writeStartObject();
      boolean order = suggestion.kind() == Suggestion.Kind.DROP_ORDER;
      json.writeStringField("kind", order ? "drop-order" : "on-demand");
      text("unit", suggestion.unit());
      text(order ? "after" : "socket", suggestion.other());
      if (suggestion.edge().isPresent()) {
        edges.reasons(suggestion.unit(), suggestion.edge().get().reasons());
      }
      json.writeNumberField("savedMicros", suggestion.savedMicros());
      json.writeNumberField("priceMicros", suggestion.priceMicros());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void optional(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      text(field, value.get());
    }
  }

  private void texts(String field, Collection<String> values) throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(JsonReport.valid(value));
    }
    json.writeEndArray();
  }

  private void text(String field, String value) throws IOException {
    json.writeStringField(field, JsonReport.valid(value));
  }
}
