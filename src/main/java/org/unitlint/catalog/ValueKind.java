package org.unitlint.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What a value of some kind looks like.
 *
 * <p>The description is one or more sentences. Where words are there, they are those that the value
 * is, starts with or consists of; examples may be missing then, and for mere text.
 *
 * @param kind as a directive names it, with its argument
 */
public record ValueKind(
    String kind, String description, List<String> examples, Optional<Words> words) {
  public ValueKind {
    examples = List.copyOf(examples);
  }
}
