package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.support.Shared;

/**
 * Spans and calendar events mean for us what they mean for systemd-analyze, in their normal form
 * and in the times at which they come. {@code -Dunitlint.times=N} asks of N invented texts, {@code
 * -Dunitlint.seed=N} makes others.
 */
@Tag("differential")
class TimesDifferentialTest {
  private static final String TOOL = "/usr/bin/systemd-analyze";
  private static final int TIMES = Integer.getInteger("unitlint.times", 300);
  private static final long SEED = Long.getLong("unitlint.seed", 1);
  private static final int ITERATIONS = 4;
  private static final int AT_ONCE = 250;
  private static final List<String> UNITS =
      List.of(
          "",
          "s",
          "sec",
          "second",
          "seconds",
          "m",
          "min",
          "minutes",
          "h",
          "hr",
          "hours",
          "d",
          "days",
          "w",
          "weeks",
          "M",
          "month",
          "months",
          "y",
          "years",
          "ms",
          "msec",
          "us",
          "usec",
          "\u00B5s",
          "\u03BCs",
          "mins",
          "S",
          "x",
          ".",
          "-",
          "infinity");
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kolkata",
          "Pacific/Apia",
          "America/St_Johns",
          "Africa/Cairo",
          "Asia/Tehran",
          "America/Santiago");
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private final Random random = new Random(SEED);

  @Test
  void spansAreTheSame() throws Exception {
    Shared.needsProgram(TOOL);
    var spans = new LinkedHashSet<String>();
    while (spans.size() < TIMES) {
      spans.add(span());
    }
    var ours = new LinkedHashMap<String, String>();
    var theirs = new LinkedHashMap<String, String>();
    for (String span : spans) {
      ours.put(
          span,
          TimeSpan.parse(span)
              .map(s -> Long.toUnsignedString(s.micros()) + " " + s.text())
              .orElse("wrong"));
    }
    var said = new LinkedHashMap<String, String>();
    var left = List.copyOf(spans);
    while (!left.isEmpty()) {
      var some = left.subList(0, Math.min(left.size(), AT_ONCE));
      var told = fields(run("UTC", "timespan", some), "Original");
      said.putAll(told);
      // It leaves off at the first that is wrong.
      left = left.subList(Math.min(some.size(), told.size() + 1), left.size());
    }
    for (String span : spans) {
      theirs.put(span, said.getOrDefault(span.strip(), "wrong").strip());
    }
    assertSame(theirs, ours);
  }

  private String span() {
    var text = new StringBuilder();
    for (int items = 1 + random.nextInt(3); items > 0; items--) {
      long number =
          random.nextInt(5) == 0 ? random.nextLong() >>> random.nextInt(60) : random.nextInt(200);
      text.append(random.nextInt(12) == 0 ? "+" : "").append(Math.abs(number));
      if (random.nextInt(4) == 0) {
        text.append('.').append(random.nextInt(100000));
      }
      text.append(random.nextBoolean() ? " " : "").append(pick(UNITS));
      text.append(random.nextBoolean() ? " " : "");
    }
    return text.toString().strip();
  }

  /** What the tool says of each text, by the text as it prints it. */
  private static Map<String, String> fields(List<String> lines, String first) {
    var said = new LinkedHashMap<String, String>();
    String text = "";
    for (String line : lines) {
      int colon = line.indexOf(": ");
      String label = colon < 0 ? "" : line.substring(0, colon).strip();
      String value = colon < 0 ? "" : line.substring(colon + 2);
      if (label.startsWith(first)) {
        text = value.strip();
        said.put(text, "");
      } else if (label.equals("\u03BCs") || label.equals("Human")) {
        said.merge(text, value + " ", String::concat);
      }
    }
    return said;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void eventsAreTheSame(String local) throws Exception {
    Shared.needsProgram(TOOL);
    var events = new LinkedHashSet<String>();
    while (events.size() < TIMES) {
      events.add(event());
    }
    var base = LocalDateTime.of(1999 + random.nextInt(40), 1 + random.nextInt(12), 1, 0, 0);
    base = base.plusMinutes(random.nextInt(44_000));
    var after = base.toInstant(ZoneOffset.UTC);
    var zone = ZoneId.of(local);
    var ours = new LinkedHashMap<String, String>();
    var theirs = new LinkedHashMap<String, String>();
    for (String event : events) {
      ours.put(event, CalendarEvent.parse(event).map(e -> told(e, after, zone)).orElse("wrong"));
    }
    var said = new LinkedHashMap<String, String>();
    for (List<String> some : parts(List.copyOf(events))) {
      var arguments = new ArrayList<String>();
      arguments.add("--iterations=" + ITERATIONS);
      arguments.add("--base-time=" + SHOWN.format(base) + " UTC");
      arguments.add("--");
      arguments.addAll(some);
      said.putAll(said(run(local, "calendar", arguments), local.equals("UTC")));
    }
    for (String event : events) {
      // Of an event in whose search it gets lost at a change of the clocks the tool says nothing.
      boolean ends = !local.equals("UTC") && ours.get(event).split("\\|").length <= ITERATIONS;
      theirs.put(event, said.getOrDefault(event, ends ? ours.get(event) : "wrong"));
    }
    assertSame(theirs, ours);
  }

  private static String told(CalendarEvent event, Instant after, ZoneId zone) {
    var told = new StringBuilder(event.text());
    Optional<Instant> next = event.next(after, zone);
    for (int i = 0; i < ITERATIONS && next.isPresent(); i++) {
      told.append(" | ").append(SHOWN.format(next.get().atOffset(ZoneOffset.UTC)));
      next = event.next(next.get(), zone);
    }
    return told.append(next.isEmpty() && told.indexOf("|") < 0 ? " | never" : "").toString();
  }

  private static Map<String, String> said(List<String> lines, boolean utc) {
    var said = new LinkedHashMap<String, String>();
    String text = "";
    for (String line : lines) {
      int colon = line.indexOf(": ");
      String label = colon < 0 ? "" : line.substring(0, colon).strip();
      String value = colon < 0 ? "" : line.substring(colon + 2);
      if (line.isEmpty()) {
        text = "";
      } else if (label.equals("Original form")) {
        text = value;
      } else if (label.equals("Normalized form")) {
        text = text.isEmpty() ? value : text;
        said.put(text, value);
      } else if (label.equals("Next elapse") && value.equals("never")) {
        said.merge(text, " | never", String::concat);
      } else if (label.equals("(in UTC)")
          || utc && (label.equals("Next elapse") || label.startsWith("Iter"))) {
        said.merge(text, " | " + value.substring(4, 23), String::concat);
      }
    }
    return said;
  }

  private String event() {
    var text = new StringBuilder();
    if (random.nextInt(3) == 0) {
      String first = pick(List.of("Mon", "tue", "Wednesday", "Thu", "FRI", "Sat", "sunday"));
      text.append(first);
      if (random.nextBoolean()) {
        text.append(pick(List.of("..", ",", "-"))).append(pick(List.of("Wed", "Fri", "Sun")));
      }
      text.append(pick(List.of(" ", ", ", "  ")));
    }
    if (random.nextInt(3) > 0) {
      text.append(random.nextBoolean() ? chain(1990, 2040, 8) + "-" : "");
      text.append(chain(1, 12, 3)).append(random.nextInt(5) == 0 ? "~" : "-");
      text.append(chain(1, 31, 5)).append(' ');
    }
    if (random.nextInt(4) > 0) {
      text.append(chain(0, 23, 6)).append(':').append(chain(0, 59, 15));
      if (random.nextInt(3) == 0) {
        text.append(':').append(chain(0, 59, 20));
        text.append(random.nextInt(4) == 0 ? "." + random.nextInt(1000) : "");
      }
    }
    text.append(random.nextInt(4) == 0 ? " " + pick(ZONES) : "");
    String event = text.toString().strip();
    return event.isEmpty() ? "daily" : event;
  }

  private String chain(int from, int to, int steps) {
    int parts = random.nextInt(4) == 0 ? 2 : 1;
    var text = new ArrayList<String>();
    for (int i = 0; i < parts; i++) {
      int start = from + random.nextInt(to - from + 1);
      int stop =
          random.nextInt(5) == 0
              ? from + random.nextInt(to - from + 3)
              : start + random.nextInt(to - start + 1);
      String step = random.nextInt(4) == 0 ? "/" + random.nextInt(steps + 1) : "";
      text.add(start + (random.nextInt(3) == 0 ? ".." + stop : "") + step);
    }
    return random.nextInt(3) == 0 ? "*" : String.join(",", text);
  }

  @Test
  void zonesAreThoseOfTheDatabase() throws IOException {
    var folder = Path.of("/usr/share/zoneinfo");
    assumeTrue(Files.exists(folder), "no " + folder);
    var theirs = new TreeSet<String>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        var head = new byte[4];
        try (var in = Files.newInputStream(file)) {
          in.readNBytes(head, 0, head.length);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).equals("TZif")) {
          theirs.add(name);
        }
      }
    }
    var wrong = new TreeSet<String>();
    for (String name : theirs) {
      // Those that count leap seconds and the machine's own are for nobody else.
      boolean special =
          name.startsWith("right/") || name.equals("localtime") || name.equals("posixrules");
      if (!special && TimeZones.find(name).isEmpty()) {
        wrong.add(name);
      }
    }
    for (String name : TimeZones.names()) {
      if (!theirs.contains(name)) {
        wrong.add(name);
      }
    }
    assertEquals(new TreeSet<String>(), wrong);
  }

  private static List<List<String>> parts(List<String> all) {
    var parts = new ArrayList<List<String>>();
    for (int i = 0; i < all.size(); i += AT_ONCE) {
      parts.add(all.subList(i, Math.min(all.size(), i + AT_ONCE)));
    }
    return parts;
  }

  /** The lines that the tool writes, whatever its exit status. */
  private static List<String> run(String zone, String verb, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(TOOL, verb));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("TZ", ":" + zone);
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(10, TimeUnit.SECONDS);
    return out.lines().toList();
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static void assertSame(Map<String, String> theirs, Map<String, String> ours) {
    var wrong = new ArrayList<String>();
    theirs.forEach(
        (text, said) -> {
          if (!said.equals(ours.get(text))) {
            wrong.add("`" + text + "`\n    systemd: " + said + "\n    here:    " + ours.get(text));
          }
        });
    assertEquals(
        List.of(),
        wrong,
        () -> wrong.size() + " of " + ours.size() + "\n" + String.join("\n", wrong));
  }
}
