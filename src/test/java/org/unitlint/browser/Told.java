package org.unitlint.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.support.Json;
import org.unitlint.support.Run;

/** What the program says elsewhere of a machine, which its page has to say too. */
final class Told {
  private final Path root;
  private final List<Map<String, Object>> findings;

  Told(Path root) throws IOException {
    this.root = root;
    var checked = json("check", "--hints");
    this.findings = Json.list(checked.get("findings")).stream().map(Json::object).toList();
  }

  /** The page. */
  String page(String... more) {
    return out(Stream.concat(Stream.of("report", "--hints"), Stream.of(more)));
  }

  /** How many findings there are. */
  long findings() {
    return findings.size();
  }

  /** How many findings are of that severity or rule. */
  long findings(String word) {
    return findings.stream()
        .filter(f -> word.equals(f.get("severity")) || word.equals(f.get("rule")))
        .count();
  }

  /** How many units that one pulls in. */
  int pulled(String unit) throws IOException {
    return Json.list(json("graph", "--from", unit).get("units")).stream()
        .map(Json::object)
        .filter(u -> unit.equals(u.get("name")))
        .map(u -> Json.object(u.get("dependencies")))
        .mapToInt(d -> Json.list(d.get("Requires")).size() + Json.list(d.get("Wants")).size())
        .sum();
  }

  /** The first chain by which an anchor starts a unit, in the words of the page. */
  String pull(String unit, String anchor) throws IOException {
    return chain(Json.list(json("why", "--anchor", anchor, unit).get("pulls")).get(0));
  }

  /** The first chain by which one unit waits for another. */
  String order(String unit, String other) throws IOException {
    return chain(Json.list(json("why", unit, other).get("after")).get(0));
  }

  private static String chain(Object told) {
    var links = Json.list(Json.object(told).get("links")).stream().map(Json::object).toList();
    return links.get(0).get("from") + links.stream().map(Told::step).collect(Collectors.joining());
  }

  private static String step(Map<String, Object> link) {
    String kind = link.get("kind").toString().toLowerCase(Locale.ROOT);
    return "|" + (kind.equals("after") ? "starts after" : kind) + " " + link.get("to");
  }

  private Map<String, Object> json(String... words) throws IOException {
    return Json.object(
        Json.parse(out(Stream.concat(Stream.of(words), Stream.of("--format", "json")))));
  }

  private String out(Stream<String> words) {
    var all = Stream.concat(words, Stream.of("--target-version", "252", "--root", root.toString()));
    var run = Run.in(root, all.toArray(String[]::new));
    assertTrue(run.status() < 2, run.err());
    return run.out();
  }
}
