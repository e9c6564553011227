package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.unitlint.diff.BootChange;
import org.unitlint.diff.Changed;
import org.unitlint.diff.Comparison;
import org.unitlint.diff.Exposures;
import org.unitlint.diff.Finding;
import org.unitlint.diff.Following;
import org.unitlint.diff.Order;
import org.unitlint.diff.Port;
import org.unitlint.diff.ServiceChange;
import org.unitlint.diff.SettingChange;
import org.unitlint.diff.Start;
import org.unitlint.diff.UnitChange;
import org.unitlint.diff.Written;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.security.Exposure;
import org.unitlint.security.Outcome;

/** The contract {@code unitlint/diff/1}: all that the text says, for programs. */
public final class DiffJson {
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private final JsonGenerator json;

  private DiffJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes the comparison. */
  public static void write(Comparison comparison, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      new DiffJson(json).all(comparison);
    }
    out.write('\n');
  }

  /** Writes something into JSON. */
  private interface Part<T> {
    void write(T item) throws IOException;
  }

  private void all(Comparison comparison) throws IOException {
    json.writeStartObject();
    text("schema", "unitlint/diff/1");
    list("manager", comparison.manager(), this::setting);
    list("units", comparison.units(), this::unit);
    list("services", comparison.services(), this::service);
    following("elsewhere", comparison.elsewhere());
    boot(comparison.boot());
    json.writeObjectFieldStart("summary");
    json.writeNumberField("manager", comparison.manager().size());
    json.writeNumberField(
        "units", comparison.units().stream().mapToInt(u -> u.units().size()).sum());
    json.writeNumberField("services", comparison.services().size());
    counts("dependencies", comparison.dependencies());
    counts("jobs", comparison.boot().jobs());
    counts("ports", comparison.ports());
    counts("findings", comparison.findings());
    counts("exposure", comparison.exposure());
    json.writeEndObject();
    json.writeEndObject();
  }

  private <T> void counts(String name, List<Changed<T>> changes) throws IOException {
    json.writeObjectFieldStart(name);
    for (var sort : Changed.Sort.values()) {
      json.writeNumberField(word(sort), changes.stream().filter(c -> c.sort() == sort).count());
    }
    json.writeEndObject();
  }

  private void unit(UnitChange change) throws IOException {
    json.writeStartObject();
    texts("units", change.units());
    text("change", word(change.kind()));
    sides(change.state(), this::state);
    list("aliases", change.aliases(), this::alias);
    list("links", change.links(), this::dependency);
    list("settings", change.settings(), this::setting);
    list("variables", change.variables(), this::setting);
    following("follows", change.follows());
    json.writeEndObject();
  }

  private void state(UnitChange.State state) throws IOException {
    json.writeStartObject();
    text("load", state.load().word());
    place(state.file());
    list("refusals", state.refusals(), r -> json.writeString(RefusalText.of(r.reason())));
    json.writeEndObject();
  }

  private void alias(Changed<Written> alias) throws IOException {
    json.writeStartObject();
    text("change", word(alias.sort()));
    text("name", alias.last().text());
    place(alias.last());
    json.writeEndObject();
  }

  private void setting(SettingChange change) throws IOException {
    json.writeStartObject();
    if (!change.section().isEmpty()) {
      text("section", change.section());
    }
    text("name", change.name());
    list(BEFORE, change.before(), this::value);
    list(AFTER, change.after(), this::value);
    json.writeEndObject();
  }

  private void value(Written written) throws IOException {
    json.writeStartObject();
    text("value", written.text());
    place(written);
    json.writeEndObject();
  }

  private void place(Written written) throws IOException {
    if (!written.path().isEmpty()) {
      text("file", written.name());
      if (written.line() > 0) {
        json.writeNumberField("line", written.line());
      }
    }
  }

  private void service(ServiceChange change) throws IOException {
    json.writeStartObject();
    text("id", change.id());
    text("change", word(change.kind()));
    sides(change.state(), this::state);
    list("attributes", change.attributes(), this::setting);
    following("follows", change.follows());
    json.writeEndObject();
  }

  private void state(ServiceChange.State state) throws IOException {
    json.writeStartObject();
    text("outcome", word(state.outcome()));
    place(state.file());
    json.writeEndObject();
  }

  private void following(String name, Following following) throws IOException {
    json.writeObjectFieldStart(name);
    list("dependencies", following.dependencies(), this::dependency);
    list("jobs", following.jobs(), c -> changed(c, this::job));
    list("ports", following.ports(), c -> changed(c, this::port));
    list("findings", following.findings(), c -> changed(c, this::finding));
    list("exposure", following.exposure(), this::exposure);
    json.writeEndObject();
  }

  private void dependency(Changed<Edge> changed) throws IOException {
    var edge = changed.last();
    json.writeStartObject();
    text("change", word(changed.sort()));
    text("from", edge.from());
    text("kind", edge.kind().word());
    text("to", edge.to());
    texts("origin", words(edge.reasons().stream().map(r -> r.origin().word()).toList()));
    texts(
        "rules",
        words(
            edge.reasons().stream()
                .flatMap(r -> r.addition().stream())
                .map(Addition::word)
                .toList()));
    list(
        "places", edge.reasons().stream().filter(r -> r.place().isPresent()).toList(), this::place);
    json.writeEndObject();
  }

  private void place(Reason reason) throws IOException {
    var place = reason.place().orElseThrow();
    json.writeStartObject();
    text("file", place.source().name());
    if (!reason.isBareLink()) {
      json.writeNumberField("line", place.line());
    }
    json.writeEndObject();
  }

  private void job(Start start) throws IOException {
    json.writeStartObject();
    text("unit", start.unit());
    text("type", start.type().word());
    text("result", start.result().word());
    json.writeNumberField("startMicros", start.startMicros());
    json.writeNumberField("endMicros", start.endMicros());
    if (start.pulledBy().isPresent()) {
      text("pulledBy", start.pulledBy().get().from());
    }
    json.writeEndObject();
  }

  private void port(Port port) throws IOException {
    var listening = port.listening();
    json.writeStartObject();
    text("address", listening.address().toString());
    text("protocol", listening.endpoint().word());
    text("by", listening.activation().word());
    text("name", listening.name());
    text("starts", listening.starts().what());
    text("program", listening.starts().program());
    text("user", listening.starts().user());
    if (port.when().isPresent()) {
      text("when", word(port.when().get()));
    }
    text("file", listening.place().source().name());
    json.writeNumberField("line", listening.place().line());
    json.writeEndObject();
  }

  private void finding(Finding finding) throws IOException {
    var found = finding.diagnostic();
    json.writeStartObject();
    text("rule", found.rule().code());
    text("name", found.rule().name());
    text("severity", found.severity().word());
    text("file", found.place().source().name());
    json.writeNumberField("line", found.place().line());
    json.writeNumberField("column", found.place().column());
    json.writeNumberField("endLine", found.place().endLine());
    json.writeNumberField("endColumn", found.place().endColumn());
    text("message", found.message());
    if (found.unit().isPresent()) {
      text("unit", found.unit().get());
    }
    json.writeEndObject();
  }

  private void exposure(Changed<Exposure> changed) throws IOException {
    json.writeStartObject();
    text("change", word(changed.sort()));
    sides(changed, this::exposure);
    list("checks", Exposures.checks(changed), this::check);
    json.writeEndObject();
  }

  private void exposure(Exposure exposure) throws IOException {
    json.writeStartObject();
    text("unit", exposure.unit().toString());
    json.writeFieldName("score");
    json.writeNumber(Exposure.text(exposure.tenths()));
    text("rating", exposure.rating().name());
    json.writeEndObject();
  }

  private void check(Changed<Outcome> changed) throws IOException {
    json.writeStartObject();
    text("check", changed.last().check().id());
    text("field", changed.last().check().field());
    sides(changed, this::outcome);
    json.writeEndObject();
  }

  private void outcome(Outcome outcome) throws IOException {
    json.writeStartObject();
    if (outcome.applies()) {
      json.writeNumberField("badness", outcome.badness().getAsLong());
    }
    json.writeNumberField("range", outcome.range());
    text("description", outcome.told());
    json.writeEndObject();
  }

  private void boot(BootChange boot) throws IOException {
    json.writeObjectFieldStart("boot");
    run(BEFORE, boot.before());
    run(AFTER, boot.after());
    list("orders", boot.orders(), c -> changed(c, this::order));
    list("moved", boot.moved(), c -> changed(c, this::job));
    json.writeArrayFieldStart("cycles");
    for (var cycle : boot.cycles()) {
      json.writeStartObject();
      text("change", word(cycle.sort()));
      texts("path", cycle.last().path().stream().map(Object::toString).toList());
      if (cycle.last().deleted().isPresent()) {
        text("deleted", cycle.last().deleted().get().toString());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void run(String name, BootChange.Run run) throws IOException {
    json.writeObjectFieldStart(name);
    text("anchor", run.anchor());
    if (run.refusal().isPresent()) {
      text("refusal", run.refusal().get());
    }
    json.writeNumberField("totalMicros", run.totalMicros());
    texts("criticalPath", run.criticalPath());
    json.writeEndObject();
  }

  private void order(Order order) throws IOException {
    json.writeStartObject();
    text("earlier", order.earlier());
    text("later", order.later());
    json.writeEndObject();
  }

  private <T> void changed(Changed<T> changed, Part<T> part) throws IOException {
    json.writeStartObject();
    text("change", word(changed.sort()));
    sides(changed, part);
    json.writeEndObject();
  }

  private <T> void sides(Changed<T> changed, Part<T> part) throws IOException {
    if (changed.before().isPresent()) {
      json.writeFieldName(BEFORE);
      part.write(changed.before().get());
    }
    if (changed.after().isPresent()) {
      json.writeFieldName(AFTER);
      part.write(changed.after().get());
    }
  }

  private <T> void list(String name, List<T> items, Part<T> part) throws IOException {
    json.writeArrayFieldStart(name);
    for (T item : items) {
      part.write(item);
    }
    json.writeEndArray();
  }

  private static Collection<String> words(List<String> words) {
    return new TreeSet<>(words);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void texts(String name, Collection<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(JsonReport.valid(text));
    }
    json.writeEndArray();
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, JsonReport.valid(value));
  }
}
