package org.unitlint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contract {@code unitlint/baseline/1}: findings that somebody lives with.
 *
 * @param counts how many of each there are
 */
public record Baseline(SortedMap<Entry, Integer> counts) {
  private static final String SCHEMA = "unitlint/baseline/1";

  public Baseline {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /**
   * Findings of one rule that have the same text.
   *
   * @param rule its code
   * @param file the path
   * @param text the line, without blanks at its ends; empty for what is about the whole file
   */
  public record Entry(String rule, String file, String text) implements Comparable<Entry> {
    private static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::file).thenComparing(Entry::rule).thenComparing(Entry::text);

    public Entry {
      file = JsonReport.valid(file);
      text = JsonReport.valid(text);
    }

    @Override
    public int compareTo(Entry other) {
      return ORDER.compare(this, other);
    }
  }

  /** Writes it, sorted. */
  public void write(Writer out) throws IOException {
    try (var json = JsonReport.generator(out)) {
      json.writeStartObject();
      json.writeStringField("schema", SCHEMA);
      json.writeArrayFieldStart("findings");
      for (Map.Entry<Entry, Integer> counted : counts.entrySet()) {
        json.writeStartObject();
        json.writeStringField("rule", counted.getKey().rule());
        json.writeStringField("file", counted.getKey().file());
        json.writeStringField("text", counted.getKey().text());
        json.writeNumberField("count", counted.getValue());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.write('\n');
  }

  /** What a text is that is no baseline. */
  public static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private Broken(int line, int column, String message) {
      super(line + ":" + column + ": " + message);
    }
  }

  /** Reads what {@link #write} wrote; keys that it does not know are passed over. */
  public static Baseline read(Reader in) throws IOException, Broken {
    try (var json = new JsonFactory().createParser(in)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return new Input(json).baseline();
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      // Jackson adds in brackets where it was and what it would rather have.
      String message = e.getOriginalMessage().replaceFirst("(?s) \\(.*|\n.*", "");
      throw new Broken(at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr(), message);
    }
  }

  /** Reads the tokens of a baseline. */
  private static final class Input {
    private final JsonParser json;
    private final SortedMap<Entry, Integer> counts = new TreeMap<>();
    private boolean known;

    Input(JsonParser json) {
      this.json = json;
    }

    Baseline baseline() throws IOException, Broken {
      expect(json.nextToken(), JsonToken.START_OBJECT, "an object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        var value = json.nextToken();
        if (key.equals("schema")) {
          expect(value, JsonToken.VALUE_STRING, "\"" + SCHEMA + "\"");
          known = json.getText().equals(SCHEMA);
        } else if (key.equals("findings")) {
          findings();
        } else {
          json.skipChildren();
        }
      }
      if (!known) {
        throw broken("no baseline of unitlint: its schema is not " + SCHEMA);
      }
      return new Baseline(counts);
    }

    private void findings() throws IOException, Broken {
      expect(json.currentToken(), JsonToken.START_ARRAY, "a list of findings");
      while (json.nextToken() != JsonToken.END_ARRAY) {
        expect(json.currentToken(), JsonToken.START_OBJECT, "an object");
        finding();
      }
    }

    private void finding() throws IOException, Broken {
      String rule = "";
      String file = "";
      String text = "";
      int count = 1;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String key = json.currentName();
        var value = json.nextToken();
        switch (key) {
          case "rule" -> rule = text(value);
          case "file" -> file = text(value);
          case "text" -> text = text(value);
          case "count" -> {
            expect(value, JsonToken.VALUE_NUMBER_INT, "a number");
            count = json.getIntValue();
          }
          default -> json.skipChildren();
        }
      }
      if (rule.isEmpty() || count < 1) {
        throw broken("a finding needs a rule, and a count from 1 on");
      }
      counts.merge(new Entry(rule, file, text), count, Integer::sum);
    }

    private String text(JsonToken value) throws IOException, Broken {
      expect(value, JsonToken.VALUE_STRING, "a string");
      return json.getText();
    }

    private void expect(JsonToken found, JsonToken expected, String words) throws Broken {
      if (found != expected) {
        throw broken("expected " + words);
      }
    }

    private Broken broken(String message) {
      var at = json.currentTokenLocation();
      return new Broken(Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), message);
    }
  }
}
