package org.unitlint.syntax;

import org.unitlint.source.Place;
import org.unitlint.source.Span;

/** A line with a {@code =}; key and value may be empty. */
public record Assignment(Span span, Value key, Value value) implements Element {
  /** The directive's name. */
  public String name() {
    return key.text();
  }

  /** From the key's start to the value's end. */
  public Place place() {
    return key.place().to(value.place());
  }
}
