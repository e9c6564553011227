package org.unitlint.catalog;

import java.util.OptionalInt;

/**
 * One word of an enum.
 *
 * <p>A text with a colon or a parenthesis ends in a placeholder, such as {@code file:PATH}.
 */
public record Word(String text, Since since, OptionalInt deprecatedIn, OptionalInt lastAccepted) {
  /** Whether the value is this word, with anything in place of a placeholder. */
  public boolean matches(String value) {
    int stem = Math.max(text.indexOf(':'), text.indexOf('(')) + 1;
    if (stem == 0) {
      return value.equals(text);
    }
    return value.length() > stem
        && value.startsWith(text.substring(0, stem))
        && (!text.endsWith(")") || value.endsWith(")"));
  }

  /** Whether this version takes the word; true in doubt. */
  public boolean acceptedIn(int version) {
    return since.knownIn(version) && (lastAccepted.isEmpty() || version <= lastAccepted.getAsInt());
  }

  /** Whether this version warns about the word. */
  public boolean deprecated(int version) {
    return deprecatedIn.isPresent() && version >= deprecatedIn.getAsInt();
  }

  /** Reads a row of enums.tsv from its second cell on. */
  static Word read(Table table) {
    return new Word(table.cell(), Since.read(table), table.number(), table.number());
  }
}
