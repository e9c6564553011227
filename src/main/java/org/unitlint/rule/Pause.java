package org.unitlint.rule;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.host.value.TimeSpan;
import org.unitlint.source.Place;

/**
 * A command of a service that is sure to take some time, for it sleeps. See sleep(1).
 *
 * @param directive that runs it
 * @param micros how long it takes at least, in microseconds
 */
record Pause(String directive, Place place, long micros) {
  private static final Pattern LENGTH =
      Pattern.compile("(?<whole>\\d{1,6})(?:\\.(?<part>\\d{1,6}))?(?<unit>[smhd]?)");

  /** A script that sleeps before all else. */
  private static final Pattern SCRIPT =
      Pattern.compile(
          "(?s)\\s*(?:/usr)?(?:/bin/)?sleep\\s+(?<length>[0-9.]+[smhd]?)\\s*(?:[;\\n].*|&&.*)?");

  private static final Map<String, Long> MICROS =
      Map.of(
          "",
          1_000_000L,
          "s",
          1_000_000L,
          "m",
          60_000_000L,
          "h",
          3_600_000_000L,
          "d",
          86_400_000_000L);

  private static final String[] WAITING = {"systemd-networkd-wait-online", "nm-online"};
  private static final Pattern TIMEOUT =
      Pattern.compile(" (?:--timeout[= ]|-t ?)(?<span>[0-9][0-9a-z]*)(?: |$)");

  /** The types whose start lasts until the main command ends or says that it is ready. */
  private static final String[] WAITED_FOR = {
    "oneshot", "forking", "notify", "notify-reload", "dbus"
  };

  private static final Set<String> AROUND =
      Set.of("ExecCondition", "ExecStartPre", "ExecStartPost");
  private static final Set<String> START =
      Set.of("ExecCondition", "ExecStartPre", "ExecStart", "ExecStartPost");

  /** Those of the service's start, which follow each other. */
  static Stream<Pause> ofStart(Service service) {
    return in(service, starting(service));
  }

  /** The directives with the commands by which the service starts. */
  static Set<String> starting(Service service) {
    return service.is(WAITED_FOR) ? START : AROUND;
  }

  /** Those among the commands of the directives. */
  static Stream<Pause> in(Service service, Set<String> directives) {
    return service.invocations(directives).flatMap(Pause::of);
  }

  /**
   * The commands among those of the directives that wait for something, each with the time after
   * which it gives up, as far as its options tell. See systemd-networkd-wait-online.service(8),
   * nm-online(1) and udevadm(8).
   */
  static Stream<Pause> atMost(Service service, Set<String> directives) {
    return service
        .invocations(directives)
        .filter(i -> i.runs(WAITING) || i.runs("udevadm") && i.text().contains(" settle"))
        .flatMap(
            i -> timeout(i).map(t -> new Pause(i.setting().name(), i.line(), t.micros())).stream());
  }

  private static Optional<TimeSpan> timeout(Invocation invocation) {
    var found = TIMEOUT.matcher(invocation.text());
    return found.find()
        ? TimeSpan.parse(found.group("span"))
            .map(TimeSpan::zeroAsInfinity)
            .filter(s -> !s.isInfinite())
        : Optional.empty();
  }

  private static Stream<Pause> of(Invocation invocation) {
    var length = length(invocation);
    return length.isPresent() && length.getAsLong() > 0
        ? Stream.of(new Pause(invocation.setting().name(), invocation.line(), length.getAsLong()))
        : Stream.empty();
  }

  /** How long it takes, in systemd's own words. */
  String length() {
    return new TimeSpan(micros).text();
  }

  private static OptionalLong length(Invocation invocation) {
    if (invocation.runs("sleep")) {
      long sum = 0;
      for (var word : invocation.arguments()) {
        var length = micros(word.text());
        if (length.isEmpty()) {
          return OptionalLong.empty();
        }
        sum += length.getAsLong();
      }
      return OptionalLong.of(sum);
    }
    var script = invocation.script().map(w -> SCRIPT.matcher(w.text())).filter(m -> m.matches());
    return script.isPresent() ? micros(script.get().group("length")) : OptionalLong.empty();
  }

  /** The length of time as sleep(1) reads it; empty for what may be longer or never end. */
  private static OptionalLong micros(String text) {
    var found = LENGTH.matcher(text);
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    long unit = MICROS.get(found.group("unit"));
    long micros = Long.parseLong(found.group("whole")) * unit;
    String part = found.group("part") == null ? "0" : found.group("part");
    return OptionalLong.of(
        micros + Long.parseLong(part) * unit / (long) Math.pow(10, part.length()));
  }
}
