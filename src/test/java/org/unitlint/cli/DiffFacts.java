package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.unitlint.support.Json;

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

  static DiffFacts of(String json) throws IOException {
    var facts = new DiffFacts(new TreeSet<>(), new TreeSet<>());
    var all = Json.object(Json.parse(json));
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
