package org.unitlint.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A page as the report writes it, with little in it and that hostile. Twenty units: a target that
 * wants twelve parts, a web server that needs a database, and names that try to be markup.
 */
final class SamplePage {
  static final String HOSTILE = "<script>alert(1)</script>.service";

  private static final String D3 = "/META-INF/resources/webjars/d3-%1$s/%2$s/dist/d3-%1$s.min.js";
  private static final String PAGE = "/org/unitlint/report/page/";
  private static final List<String> LIBRARIES =
      List.of(
          "dispatch 3.0.1",
          "color 3.1.0",
          "interpolate 3.0.1",
          "timer 3.0.1",
          "ease 3.0.1",
          "selection 3.0.0",
          "drag 3.0.0",
          "transition 3.0.1",
          "zoom 3.0.0");
  private static final List<String> SCRIPTS =
      List.of(
          "report-graph.js",
          "report-lists.js",
          "report-zoom.js",
          "report-focus.js",
          "report-time.js",
          "report.js");
  private static final List<String> KINDS =
      List.of(
          "Requires pull", "Wants pull", "After order", "Conflicts conflict", "Triggers trigger");

  /** From, to, kinds; a star marks a usual one. */
  private static final List<String> EDGES =
      List.of(
          "graphical.target multi-user.target Requires,After",
          "multi-user.target web.service Wants,After*",
          "web.service db.service Requires,After",
          "web.service basic.target Requires*,After*",
          "db.service basic.target Requires*,After*",
          "db.socket db.service Triggers",
          "db.service off.service Conflicts",
          "off.service db.service After",
          "web.service " + HOSTILE + " Wants");

  private SamplePage() {}

  /** The whole page. */
  static String html() throws IOException {
    var scripts = new ArrayList<String>();
    for (String library : LIBRARIES) {
      scripts.add(read(D3.formatted((Object[]) library.split(" "))));
    }
    for (String script : SCRIPTS) {
      scripts.add(read(PAGE + script));
    }
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src %s"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>Report on harbour</title>
    <style>%s%s</style></head>
    %s
    <script type="application/json" id="graph-data">%s</script>
    %s
    </body></html>
    """
        .formatted(
            scripts.stream().map(SamplePage::hash).collect(Collectors.joining(" ")),
            read("/org/unitlint/report/svg/theme.css"),
            read(PAGE + "report.css"),
            body(),
            graph(),
            scripts.stream()
                .map(s -> "<script>" + s + "</script>\n")
                .collect(Collectors.joining()));
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = SamplePage.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String hash(String script) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(script.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(bytes) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static List<String> units() {
    var units = new ArrayList<String>();
    units.addAll(List.of("graphical.target", "multi-user.target", "basic.target"));
    units.addAll(List.of("web.service", "db.service", "db.socket", "off.service", HOSTILE));
    parts().forEach(units::add);
    return units;
  }

  private static List<String> parts() {
    return IntStream.rangeClosed(1, 12).mapToObj("part-%02d.service"::formatted).toList();
  }

  private static String graph() {
    var units = units();
    var edges = new ArrayList<>(EDGES);
    parts().forEach(p -> edges.add("multi-user.target " + p + " Wants,After"));
    var kinds = KINDS.stream().map(k -> k.split(" ")[0]).toList();
    var numbers = new ArrayList<Integer>();
    for (String edge : edges) {
      var words = edge.split(" ");
      int mask = 0;
      int usual = 0;
      for (String kind : words[2].split(",")) {
        int bit = 1 << kinds.indexOf(kind.replace("*", ""));
        mask |= bit;
        usual |= kind.endsWith("*") ? bit : 0;
      }
      numbers.addAll(List.of(units.indexOf(words[0]), units.indexOf(words[1]), mask, usual));
    }
    return "{\"anchor\":\"graphical.target\",\"kinds\":[%s],\"units\":[%s],\"edges\":%s}"
        .formatted(
            KINDS.stream()
                .map(k -> k.split(" "))
                .map(k -> "{\"name\":\"%s\",\"role\":\"%s\"}".formatted((Object[]) k))
                .collect(Collectors.joining(",")),
            units.stream().map(SamplePage::unitData).collect(Collectors.joining(",")),
            numbers)
        .replace("<", "\\u003c");
  }

  private static String unitData(String name) {
    boolean never = name.equals("off.service") || name.equals("db.socket");
    var box = never ? "" : name.endsWith(".target") ? name : "multi-user.target";
    var times = never ? "" : ",\"start\":1200000,\"ready\":1500000";
    int findings = name.equals("web.service") ? 2 : name.equals("db.service") ? 1 : 0;
    return """
    {"name":"%s","state":"%s"%s,"when":"%s","box":"%s","findings":%d%s}\
    """
        .formatted(
            name,
            name.equals("off.service") ? "masked" : "loaded",
            about(name).isEmpty() ? "" : ",\"about\":\"" + about(name) + "\"",
            never ? "never" : "boot",
            box,
            findings,
            times);
  }

  private static String about(String name) {
    return name.equals("web.service") ? "Serves <b>pages</b> & more" : "";
  }

  private static String body() {
    return """
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <header class="top"><h1>Report on harbour</h1><p class="sub">root harbour, systemd 252, default.target is started</p>
    <div class="search scripted" role="search"><label for="search">Find a unit</label> <input id="search" type="text" role="combobox" aria-expanded="false" aria-controls="search-list" aria-autocomplete="list" autocomplete="off" placeholder="Find a unit  /"/><ul id="search-list" role="listbox" aria-label="units" hidden=""></ul></div>
    <nav aria-label="Parts"><ul><li><a href="#summary">Summary</a></li><li><a href="#findings">Findings <span class="count">4</span></a></li><li><a href="#cycles">Cycles <span class="count">1</span></a></li><li><a href="#dependencies">Dependencies</a></li><li><a href="#boot">Boot</a></li><li><a href="#ports">Ports</a></li><li><a href="#units">Units</a></li></ul></nav></header>
    <main id="main" tabindex="-1">
    <section id="summary" aria-labelledby="h-summary"><h2 id="h-summary">Summary</h2><ul class="cards"><li class="card error"><a href="#findings"><strong>2</strong> <span>errors</span></a></li><li class="card good"><a href="#cycles"><strong>0</strong> <span>cycles</span></a></li></ul><p>All done after 1.5s.</p></section>
    <section id="findings" aria-labelledby="h-findings"><h2 id="h-findings">Findings</h2>
    <form id="filter" class="scripted" aria-label="Filter findings"><fieldset><legend>Severity</legend>%s</fieldset>
    <label>Rule <select name="rule"><option value="">all rules</option><option value="U214">U214 oneshot-restart (2)</option><option value="S101">S101 stray-text (1)</option></select></label>
    <label>Words <input name="words" type="search"/></label></form>
    <p id="found" role="status" class="scripted"></p>%s</section>
    <section id="cycles" aria-labelledby="h-cycles"><h2 id="h-cycles">Ordering cycles and conflicts</h2><article class="cycle" id="cycle-1"><h3>a.service and b.service</h3><p>wait for each other</p><figure class="pan">%s</figure></article></section>
    <section id="dependencies" aria-labelledby="h-dependencies"><h2 id="h-dependencies">Dependencies</h2>
    <div class="with-panel"><figure class="pan" id="overview" tabindex="0" aria-label="overview of the dependencies"><div class="tools scripted"><button type="button" data-zoom="in" aria-label="Zoom in">+</button><button type="button" data-zoom="out" aria-label="Zoom out">-</button><button type="button" data-zoom="fit">Fit</button></div>%s</figure>
    <section id="focus" class="scripted" aria-label="unit in focus" hidden=""></section></div></section>
    <section id="boot" aria-labelledby="h-boot"><h2 id="h-boot">Boot</h2><figure class="scroll" tabindex="0" aria-label="boot timeline">%s</figure></section>
    <section id="ports" aria-labelledby="h-ports"><h2 id="h-ports">Ports</h2><div class="scroll" tabindex="0" role="region" aria-label="ports"><table><thead><tr><th scope="col">address</th><th scope="col">unit</th></tr></thead><tbody><tr><td>*:80</td><td>web.service</td></tr></tbody></table></div></section>
    <section id="units" aria-labelledby="h-units"><h2 id="h-units">Units</h2><p class="scripted"><label>Words <input id="unit-words" type="search"/></label> <span role="status" id="units-found"></span></p>%s</section>
    </main><footer>unitlint</footer>
    """
        .formatted(severities(), findings(), boxes(900, 240), boxes(1600, 700), rows(), details());
  }

  private static String severities() {
    return Map.of("error", 2, "warning", 1, "hint", 1).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                "<label><input type=\"checkbox\" name=\"severity\" value=\"%1$s\"%2$s/> %1$s</label>"
                    .formatted(e.getKey(), e.getKey().equals("hint") ? "" : " checked=\"\""))
        .collect(Collectors.joining(" "));
  }

  private static String findings() {
    var groups = new LinkedHashMap<String, List<String>>();
    groups.put(
        "web.service",
        List.of(
            finding(1, "error", "U214", "oneshot-restart", "Restart=always is refused"),
            finding(2, "warning", "S101", "stray-text", "<script>alert('a')</script>")));
    groups.put(
        "db.service",
        List.of(finding(3, "error", "U214", "oneshot-restart", "Restart=always is refused here")));
    groups.put("", List.of(finding(4, "hint", "U900", "nicer", "a hint " + "x".repeat(300))));
    return groups.entrySet().stream()
        .map(e -> group(e.getKey(), String.join("", e.getValue())))
        .collect(Collectors.joining());
  }

  private static String group(String unit, String findings) {
    return unit.isEmpty()
        ? "<div class=\"group\"><h3>etc/xinetd.conf</h3>" + findings + "</div>"
        : "<div class=\"group\" data-unit=\"%1$s\"><h3><a href=\"#unit-%1$s\">%1$s</a></h3>%2$s</div>"
            .formatted(unit, findings);
  }

  private static String finding(int id, String severity, String rule, String name, String text) {
    return """
    <article class="finding %2$s" id="finding-%1$d" data-severity="%2$s" data-rule="%3$s" data-name="%4$s" data-file="etc/systemd/system/x.service"><h4><span class="badge %2$s">%2$s</span> <span class="code">%3$s</span> %5$s</h4><pre class="frame" tabindex="0" role="region" aria-label="place of finding %1$d"><span class="i-frame">3 | </span>Restart=always # %6$s
    <span class="i-frame">  |         </span><span class="i-%2$s">^^^^^^</span></pre><p class="help"><b>help</b> drop the line</p><p class="more">%3$s <i>%4$s</i></p></article>
    """
        .formatted(id, severity, rule, name, escape(text), "long ".repeat(60));
  }

  /** A picture with three boxes, of which the first two are tied. */
  private static String boxes(int width, int height) {
    var at =
        new TreeMap<>(
            Map.of("basic.target", 40, "multi-user.target", 600, "graphical.target", 300));
    var boxes =
        at.entrySet().stream()
            .map(
                e ->
                    """
                    <a href="#unit-%1$s" data-unit="%1$s"><title>%1$s</title><rect class="soft-target line-target" x="%2$d" y="80" width="180" height="40"/><text class="ink" x="%3$d" y="104" font-size="12">%1$s</text></a>
                    """
                        .formatted(e.getKey(), e.getValue(), e.getValue() + 10))
            .collect(Collectors.joining());
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="picture" role="group" aria-label="what starts" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d"><title>what starts</title><rect class="paper" x="0" y="0" width="%1$d" height="%2$d"/><path class="open line-edge" d="M600 100L480 100" data-from="graphical.target" data-to="multi-user.target"/>%3$s</svg>
    """
        .formatted(width, height, boxes);
  }

  private static String rows() {
    var rows = new StringBuilder();
    int y = 20;
    for (String unit : List.of("basic.target", "db.service", "web.service", HOSTILE)) {
      rows.append(
          """
          <g data-unit="%1$s"><title>%1$s
          started at 1.2s
          ready at 1.5s</title><rect class="hidden" x="0" y="%2$d" width="1100" height="19"/><rect class="fill-service" x="300" y="%2$d" width="80" height="11"/></g>
          """
              .formatted(escape(unit), y));
      y += 20;
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" class="picture" role="group" aria-label="boot" width="1200" height="120" viewBox="0 0 1200 120"><title>boot</title>%s</svg>
    """
        .formatted(rows);
  }

  private static String details() {
    return units().stream()
        .map(
            u ->
                """
                <details class="unit" id="unit-%1$s" data-unit="%1$s"><summary><code>%1$s</code> <span class="state loaded">loaded</span> <span class="about">%2$s</span></summary><dl><dt>File</dt><dd>etc/systemd/system/%1$s</dd></dl></details>
                """
                    .formatted(escape(u), escape(about(u))))
        .collect(Collectors.joining());
  }
}
