package org.unitlint.boot.timing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.boot.timing.TimingFile.Form;
import org.unitlint.host.UnitName;
import org.unitlint.host.value.TimeSpan;

/** Reads the two forms of JSON: a list of objects, one a unit, or one object with all units. */
final class TimingJson {
  private final JsonParser parser;
  private final SortedMap<String, List<Long>> micros = new TreeMap<>();
  private final Problems problems = new Problems();

  private TimingJson(JsonParser parser) {
    this.parser = parser;
  }

  static TimingFile parse(String text) {
    var form = text.stripLeading().startsWith("[") ? Form.PLOT : Form.MAP;
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      var reader = new TimingJson(parser);
      reader.read(form);
      return new TimingFile(Optional.of(form), reader.micros, reader.problems.all());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(Form form) throws IOException {
    try {
      parser.nextToken();
      if (form == Form.PLOT) {
        plot();
      } else {
        map();
      }
      if (parser.nextToken() != null) {
        problem("more behind the end");
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      int line = place == null ? 1 : place.getLineNr();
      problems.add(line, "this is no JSON; what follows is not read");
    }
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private void problem(String message) {
    problems.add(line(), message);
  }

  /** Objects with {@code name} and {@code time}, or with the times from which that comes. */
  private void plot() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        problem("no object");
        parser.skipChildren();
        continue;
      }
      int line = line();
      var times = new HashMap<String, Long>();
      var name = object(times);
      var took = took(times);
      if (name.isEmpty()) {
        problems.add(line, "an object without `name`");
      } else if (UnitName.parse(name.get()).isEmpty()) {
        problems.add(line, Problems.quoted(name.get()) + " is no name of a unit");
      } else if (took.isPresent()) {
        sample(name.get(), took.getAsLong());
      } else if (!times.containsKey("activating")) {
        problems.add(line, Problems.quoted(name.get()) + " has no `time`");
      }
    }
  }

  private Optional<String> object(Map<String, Long> times) throws IOException {
    Optional<String> name = Optional.empty();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      var token = parser.nextToken();
      if (token == JsonToken.VALUE_STRING && (key.equals("name") || key.equals("unit"))) {
        name = Optional.of(parser.getText());
      } else if (token.isNumeric()) {
        var value = number();
        if (value.isPresent()) {
          times.put(key, value.getAsLong());
        }
      } else {
        parser.skipChildren();
      }
    }
    return name;
  }

  /** How systemd-analyze works it out: until it was up, or for what went again until then. */
  private static OptionalLong took(Map<String, Long> times) {
    if (times.containsKey("time")) {
      return OptionalLong.of(times.get("time"));
    }
    long from = times.getOrDefault("activating", 0L);
    for (String end : List.of("activated", "deactivated")) {
      long until = times.getOrDefault(end, 0L);
      if (from > 0 && until >= from) {
        return OptionalLong.of(until - from);
      }
    }
    return OptionalLong.empty();
  }

  /** Units with a number, a list of numbers, or a text such as {@code 1.5s}. */
  private void map() throws IOException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String unit = parser.currentName();
      boolean named = UnitName.parse(unit).isPresent();
      if (!named) {
        problem(Problems.quoted(unit) + " is no name of a unit");
      }
      var token = parser.nextToken();
      if (!named) {
        parser.skipChildren();
      } else if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(unit);
        }
      } else {
        value(unit);
      }
    }
  }

  private void value(String unit) throws IOException {
    var token = parser.currentToken();
    var value =
        token.isNumeric()
            ? number()
            : token == JsonToken.VALUE_STRING ? span(parser.getText()) : OptionalLong.empty();
    if (value.isPresent()) {
      sample(unit, value.getAsLong());
    } else {
      problem("no number of microseconds for " + Problems.quoted(unit));
      parser.skipChildren();
    }
  }

  private static OptionalLong span(String text) {
    var span = text.length() > 100 ? Optional.<TimeSpan>empty() : TimeSpan.parse(text);
    return span.filter(TimingFile::isSensible)
        .map(s -> OptionalLong.of(s.micros()))
        .orElseGet(OptionalLong::empty);
  }

  /** The number, rounded; empty for one that is less than nothing, or more than makes sense. */
  private OptionalLong number() throws IOException {
    double value = parser.getDoubleValue();
    if (!(value >= 0 && value <= TimingFile.MOST_MICROS)) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(
        parser.currentToken() == JsonToken.VALUE_NUMBER_INT
            ? parser.getLongValue()
            : Math.round(value));
  }

  private void sample(String unit, long value) {
    micros.computeIfAbsent(unit, u -> new ArrayList<>()).add(value);
  }
}
