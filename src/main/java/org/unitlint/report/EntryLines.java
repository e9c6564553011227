package org.unitlint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;
import java.util.Set;

/**
 * Sets in JSON of many entries: a line for each of them, and for what holds them. They are many, so
 * that this must be quick.
 */
final class EntryLines implements PrettyPrinter {
  private static final String[] BREAKS = {
    "\n", "\n  ", "\n    ", "\n      ", "\n        ", "\n          "
  };

  private final Set<Integer> objects;
  private final Set<Integer> arrays;
  private int depth;

  private EntryLines(Set<Integer> objects, Set<Integer> arrays) {
    this.objects = objects;
    this.arrays = arrays;
  }

  /** For a graph: a line for each field of a unit, and for each dependency. */
  static EntryLines ofGraph() {
    return new EntryLines(Set.of(1, 3, 4), Set.of(2, 5));
  }

  /** A line for each field, and for each entry of a list among them. */
  static EntryLines ofLists() {
    return new EntryLines(Set.of(1), Set.of(2));
  }

  /** For exposures: a line for each field of a service, and for each check and suggestion. */
  static EntryLines ofServices() {
    return new EntryLines(Set.of(1, 3), Set.of(2, 4));
  }

  /** Whether what is in an object of this depth stands in lines of its own. */
  private boolean isObjectInLines(int depth) {
    return objects.contains(depth);
  }

  private boolean isArrayInLines(int depth) {
    return arrays.contains(depth);
  }

  private void space(JsonGenerator json, boolean lines) throws IOException {
    if (lines) {
      json.writeRaw(BREAKS[depth]);
    } else {
      json.writeRaw(' ');
    }
  }

  @Override
  public void writeRootValueSeparator(JsonGenerator json) {}

  @Override
  public void writeStartObject(JsonGenerator json) throws IOException {
    json.writeRaw('{');
    depth++;
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    space(json, isObjectInLines(depth));
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    space(json, isObjectInLines(depth));
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    depth--;
    if (entries > 0) {
      space(json, isObjectInLines(depth + 1));
    }
    json.writeRaw('}');
  }

  @Override
  public void writeStartArray(JsonGenerator json) throws IOException {
    json.writeRaw('[');
    depth++;
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    space(json, isArrayInLines(depth));
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(',');
    space(json, isArrayInLines(depth));
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    depth--;
    if (values > 0) {
      space(json, isArrayInLines(depth + 1));
    }
    json.writeRaw(']');
  }
}
