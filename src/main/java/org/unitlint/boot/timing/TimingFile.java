package org.unitlint.boot.timing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.host.value.TimeSpan;

/**
 * A file that says how long starts take.
 *
 * @param form what kind of file it is; empty where nothing could be made of it
 * @param micros by unit, as it is named there: how long its start took, once or several times
 * @param problems what could not be read, a line each
 */
public record TimingFile(
    Optional<Form> form, SortedMap<String, List<Long>> micros, List<String> problems) {
  /** The kinds of such files. */
  public enum Form {
    /** The text of {@code systemd-analyze blame}. */
    BLAME("systemd-analyze blame"),
    /** The text of {@code systemctl show '*'}. */
    SHOW("systemctl show"),
    /** The JSON of {@code systemd-analyze plot}, or of its blame. */
    PLOT("systemd-analyze plot --json"),
    /** A JSON object: unit to microseconds, or to a list of them. */
    MAP("JSON object of units and microseconds");

    private final String words;

    Form(String words) {
      this.words = words;
    }

    /** What people call it. */
    public String words() {
      return words;
    }
  }

  /** About three years: many such starts still have a sum. */
  public static final long MOST_MICROS = 100_000_000_000_000L;

  public TimingFile {
    var copy = new TreeMap<String, List<Long>>();
    micros.forEach((unit, samples) -> copy.put(unit, List.copyOf(samples)));
    micros = Collections.unmodifiableSortedMap(copy);
    problems = List.copyOf(problems);
  }

  /** What the text says, whichever form it has. */
  public static TimingFile parse(String text) {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    int at = start;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return unreadable("it is empty");
    }
    if (text.charAt(at) == '[' || text.charAt(at) == '{') {
      return TimingJson.parse(text.substring(start));
    }
    return isShow(text, at) ? show(text.substring(start)) : BlameText.parse(text.substring(start));
  }

  static TimingFile unreadable(String problem) {
    return new TimingFile(Optional.empty(), Collections.emptySortedMap(), List.of(problem));
  }

  /** Whether a start may take that long. */
  static boolean isSensible(TimeSpan span) {
    return span.micros() >= 0 && span.micros() <= MOST_MICROS;
  }

  /** Whether the line begins with a name and an equals sign. */
  private static boolean isShow(String text, int start) {
    int at = start;
    while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at > start
        && at < text.length()
        && text.charAt(at) == '='
        && !Character.isDigit(text.charAt(start));
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static TimingFile show(String text) {
    var recording = Recording.parse(text);
    var micros = new TreeMap<String, List<Long>>();
    recording.activations().forEach((unit, took) -> micros.put(unit, List.of(took)));
    var problems = new ArrayList<>(recording.problems());
    if (micros.isEmpty()) {
      problems.add("no unit of it has `InactiveExitTimestampMonotonic=` and an end of its start");
    }
    return new TimingFile(Optional.of(Form.SHOW), micros, problems);
  }
}
