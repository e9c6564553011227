package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Chain;
import org.unitlint.graph.Link;
import org.unitlint.graph.Reason;
import org.unitlint.graph.Starts;
import org.unitlint.graph.WhyOrdered;
import org.unitlint.graph.WhyStarted;
import org.unitlint.graph.demand.Activators;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** The contract {@code unitlint/why/1}: what the text says, for programs. Paths are the root's. */
public final class WhyJson {
  private final JsonGenerator json;
  private final WhyQuestion question;
  private final Machine machine;

  private WhyJson(JsonGenerator json, WhyQuestion question, Machine machine) {
    this.json = json;
    this.machine = machine;
    this.question = question;
  }

  /** Writes why a unit is started or not. */
  public static void write(WhyStarted why, WhyQuestion question, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      new WhyJson(json, question, why.graph().machine()).started(why);
    }
    out.write('\n');
  }

  /** Writes how two units stand to each other. */
  public static void write(WhyOrdered why, WhyQuestion question, Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      new WhyJson(json, question, why.graph().machine()).ordered(why);
    }
    out.write('\n');
  }

  private void started(WhyStarted why) throws IOException {
    head(why.starts());
    unit("unit", why.unit(), why.starts());
    chains("pulls", why.pulls(), why.starts());
    chains("demands", why.demands(), why.starts());
    busNames(why);
    chains("idle", why.idle(), why.starts());
    chains("named", why.named(), why.starts());
    if (why.needed().isPresent()) {
      json.writeFieldName("needed");
      chain(why.needed().get(), why.starts());
    }
    missing(why);
    refusals(why);
    conditions(why);
    json.writeArrayFieldStart("conflicts");
    for (var edge : why.conflicts()) {
      link(new Link(edge, edge.from().equals(why.name())));
    }
    json.writeEndArray();
    new ActivatorJson(why.graph().machine(), json)
        .write(Activators.of(why.graph(), List.of(why.name())));
    json.writeEndObject();
  }

  private void ordered(WhyOrdered why) throws IOException {
    head(why.starts());
    unit("unit", why.unit(), why.starts());
    unit("other", why.other(), why.starts());
    text("order", order(why));
    chains("after", why.after(), why.starts());
    chains("before", why.before(), why.starts());
    chain("pulls", why.pulls(), why.starts());
    chain("pulledBy", why.pulledBy(), why.starts());
    json.writeArrayFieldStart("ties");
    for (Link link : why.ties()) {
      link(link);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String order(WhyOrdered why) {
    if (why.isCycle()) {
      return "cycle";
    }
    if (why.holds(why.after())) {
      return "after";
    }
    if (why.holds(why.before())) {
      return "before";
    }
    return why.after().isEmpty() && why.before().isEmpty() ? "none" : "conditional";
  }

  private void head(Starts starts) throws IOException {
    json.writeStartObject();
    text("schema", "unitlint/why/1");
    json.writeArrayFieldStart("asked");
    for (String name : question.units()) {
      json.writeString(name);
    }
    json.writeEndArray();
    text("target", question.anchor());
    text("anchor", starts.anchor());
  }

  private void unit(String field, Unit unit, Starts starts) throws IOException {
    json.writeObjectFieldStart(field);
    text("name", unit.name().toString());
    text("load", unit.state().word());
    text("started", word(starts.when(unit.name().toString())));
    if (!unit.fragmentPath().isEmpty()) {
      text("fragment", shown(unit.fragmentPath()));
    }
    json.writeEndObject();
  }

  private static String word(Starts.When when) {
    return when.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As many as are asked for, and the units with which the others end. */
  private void chains(String field, List<Chain> chains, Starts starts) throws IOException {
    json.writeArrayFieldStart(field);
    for (Chain chain : question.shown(chains)) {
      chain(chain, starts);
    }
    json.writeEndArray();
    int more = question.rest(chains).size();
    if (more > 0) {
      json.writeNumberField(field + "Left", more);
    }
  }

  private void chain(String field, Optional<Chain> chain, Starts starts) throws IOException {
    if (chain.isPresent()) {
      json.writeFieldName(field);
      chain(chain.get(), starts);
    }
  }

  /** A chain, and the units between its ends which are not started with the anchor. */
  private void chain(Chain chain, Starts starts) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("links");
    for (Link link : chain.links()) {
      link(link);
    }
    json.writeEndArray();
    var absent = new TreeSet<>(chain.middle());
    absent.removeAll(starts.atOnce());
    json.writeArrayFieldStart("notStarted");
    for (String name : absent) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void link(Link link) throws IOException {
    var reasons = link.edge().reasons();
    json.writeStartObject();
    text("from", link.from());
    text("kind", link.kind().word());
    text("to", link.to());
    words("origin", reasons.stream().map(r -> r.origin().word()).toList());
    words(
        "rules", reasons.stream().flatMap(r -> r.addition().stream()).map(Addition::word).toList());
    json.writeArrayFieldStart("places");
    for (Reason reason : reasons) {
      if (reason.place().isPresent()) {
        place(reason);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void words(String field, Collection<String> words) throws IOException {
    json.writeArrayFieldStart(field);
    for (String word : new TreeSet<>(words)) {
      json.writeString(word);
    }
    json.writeEndArray();
  }

  private void place(Reason reason) throws IOException {
    json.writeStartObject();
    text("file", shown(reason.path()));
    if (!reason.isBareLink()) {
      json.writeNumberField("line", reason.place().orElseThrow().line());
    }
    json.writeEndObject();
  }

  private void place(String path, Place place) throws IOException {
    text("file", shown(path));
    json.writeNumberField("line", place.line());
  }

  private void busNames(WhyStarted why) throws IOException {
    json.writeArrayFieldStart("busNames");
    for (var name : why.busNames()) {
      json.writeStartObject();
      text("name", name.name());
      place(name.path(), name.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void missing(WhyStarted why) throws IOException {
    json.writeArrayFieldStart("missingLinks");
    for (var link : why.missing()) {
      json.writeStartObject();
      text("link", shown(link.path()));
      text("kind", link.asked().directive());
      text("unit", link.owner().toString());
      place(link.asked().path(), link.asked().place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void refusals(WhyStarted why) throws IOException {
    json.writeArrayFieldStart("refusals");
    for (var refusal : why.unit().refusals()) {
      json.writeStartObject();
      text("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      var path = machine.path(refusal.place().source());
      place(path.orElse(refusal.place().source().name()), refusal.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void conditions(WhyStarted why) throws IOException {
    json.writeArrayFieldStart("conditions");
    for (var setting : why.conditions()) {
      json.writeStartObject();
      text("directive", setting.assignment().name());
      text("value", setting.text());
      place(setting.file().path(), setting.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private String shown(String path) {
    return GraphPaths.shown(machine, path);
  }

  private void text(String name, String value) throws IOException {
    json.writeStringField(name, JsonReport.valid(value));
  }
}
