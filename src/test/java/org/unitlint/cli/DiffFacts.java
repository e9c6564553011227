package org.unitlint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/**
 * What the JSON of a comparison says, a line each.
 *
 * @param direct what somebody changed
 * @param follows what comes of it
 */
record DiffFacts(TreeSet<String> direct, TreeSet<String> follows) {
  private static final Map<String, String> OPPOSITES =
      Map.ofEntries(
          Map.entry("before", "after"),
          Map.entry("after", "before"),
          Map.entry("new", "gone"),
          Map.entry("gone", "new"),
          Map.entry("added", "removed"),
          Map.entry("removed", "added"),
          Map.entry("masked", "unmasked"),
          Map.entry("unmasked", "masked"),
          Map.entry("refused", "mended"),
          Map.entry("mended", "refused"),
          Map.entry("enabled", "disabled"),
          Map.entry("disabled", "enabled"));

  /** What {@code diff} tells of a change, with these words behind it; all goes well. */
  static DiffFacts told(Path where, String... words) throws IOException {
    return of(json(where, words));
  }

  /** As {@link #told}, all of it. */
  static String json(Path where, String... words) throws IOException {
    var all = new ArrayList<>(List.of("diff", "--format", "json"));
    all.addAll(List.of(words));
    var run = Run.in(where, all.toArray(String[]::new));
    assertEquals("exit 0", run.err() + "exit " + run.status());
    return run.out();
  }

  static DiffFacts of(String json) throws IOException {
    var facts = new DiffFacts(new TreeSet<>(), new TreeSet<>());
    var all = Json.object(Json.parse(json));
    for (Object item : Json.list(all.get("manager"))) {
      facts.direct.add("manager " + Json.object(item).get("name"));
    }
    for (Object item : Json.list(all.get("units"))) {
      facts.unit(Json.object(item));
    }
    for (Object item : Json.list(all.get("services"))) {
      var service = Json.object(item);
      String id = service.get("id").toString();
      facts.direct.add("xinetd " + service.get("change") + " " + id);
      for (Object attribute : Json.list(service.get("attributes"))) {
        facts.direct.add("attribute " + id + " " + Json.object(attribute).get("name"));
      }
      facts.follows(Json.object(service.get("follows")));
    }
    facts.follows(Json.object(all.get("elsewhere")));
    facts.boot(Json.object(all.get("boot")));
    return facts;
  }

  private void unit(Map<String, Object> change) {
    var units = Json.list(change.get("units")).stream().map(Object::toString).toList();
    String names = String.join(" ", units);
    direct.add("unit " + change.get("change") + " " + names);
    for (Object item : Json.list(change.get("settings"))) {
      var setting = Json.object(item);
      direct.add("setting " + setting.get("section") + "." + setting.get("name"));
    }
    for (Object item : Json.list(change.get("variables"))) {
      direct.add("variable " + names + " " + Json.object(item).get("name"));
    }
    for (Object item : Json.list(change.get("aliases"))) {
      var alias = Json.object(item);
      direct.add("alias " + alias.get("change") + " " + alias.get("name"));
    }
    for (Object item : Json.list(change.get("links"))) {
      direct.add("link " + dependency(Json.object(item)));
    }
    follows(Json.object(change.get("follows")));
  }

  private static String dependency(Map<String, Object> edge) {
    return edge.get("change")
        + " "
        + edge.get("from")
        + " "
        + edge.get("kind")
        + " "
        + edge.get("to");
  }

  private void follows(Map<String, Object> following) {
    for (Object item : Json.list(following.get("dependencies"))) {
      follows.add("dependency " + dependency(Json.object(item)));
    }
    each(following, "jobs", "unit");
    each(following, "ports", "address");
    each(following, "findings", "rule");
    for (Object item : Json.list(following.get("exposure"))) {
      exposure(Json.object(item));
    }
  }

  /** Of a service that is new or gone everybody expects one. */
  private void exposure(Map<String, Object> change) {
    if (change.get("change").equals("other")) {
      var before = Json.object(change.get("before"));
      var after = Json.object(change.get("after"));
      boolean less = score(after) < score(before);
      follows.add("exposure " + (less ? "less " : "more ") + after.get("unit"));
    }
  }

  private static double score(Map<String, Object> exposure) {
    return Double.parseDouble(exposure.get("score").toString());
  }

  private void each(Map<String, Object> following, String list, String field) {
    for (Object item : Json.list(following.get(list))) {
      var change = Json.object(item);
      var side =
          Json.object(change.containsKey("after") ? change.get("after") : change.get("before"));
      String kind = list.substring(0, list.length() - 1);
      follows.add(kind + " " + change.get("change") + " " + side.get(field));
    }
  }

  private void boot(Map<String, Object> boot) {
    var before = Json.object(boot.get("before"));
    var after = Json.object(boot.get("after"));
    if (!before.get("anchor").equals(after.get("anchor"))) {
      follows.add("boot anchor " + after.get("anchor"));
    }
    for (Object item : Json.list(boot.get("cycles"))) {
      follows.add("cycle " + Json.object(item).get("change"));
    }
    for (Object item : Json.list(boot.get("orders"))) {
      var now = Json.object(Json.object(item).get("after"));
      follows.add("order " + now.get("earlier") + " " + now.get("later"));
    }
  }

  /** The dependencies, links among them, and jobs of the boot that are new or gone. */
  TreeSet<String> edges() {
    var edges = new TreeSet<String>();
    Stream.concat(direct.stream(), follows.stream())
        .filter(f -> f.matches("(link|dependency|job) (new|gone).*"))
        .forEach(
            f -> {
              String rest = f.substring(f.indexOf(' ') + 1);
              boolean job = f.startsWith("job ");
              edges.add(job ? rest.replaceFirst(" ", " job ") + " start" : rest);
            });
    return edges;
  }

  /** What a seed says of them. */
  static TreeSet<String> edges(Seed seed) {
    return new DiffFacts(new TreeSet<>(seed.direct()), new TreeSet<>(seed.follows())).edges();
  }

  /** The sorts of what comes of it: the first words. */
  TreeSet<String> sorts() {
    var sorts = new TreeSet<String>();
    follows.forEach(f -> sorts.add(f.substring(0, f.indexOf(' '))));
    return sorts;
  }

  /** What a comparison the other way round says. */
  static Object mirrored(Object json) {
    if (json instanceof Map<?, ?>) {
      var mirrored = new LinkedHashMap<String, Object>();
      Json.object(json)
          .forEach(
              (key, value) ->
                  mirrored.put(
                      OPPOSITES.getOrDefault(key, key),
                      key.equals("change")
                          ? OPPOSITES.getOrDefault(value.toString(), value.toString())
                          : mirrored(value)));
      return mirrored;
    }
    if (json instanceof List<?>) {
      var mirrored = new ArrayList<Object>();
      Json.list(json).forEach(i -> mirrored.add(mirrored(i)));
      return mirrored;
    }
    return json;
  }
}
