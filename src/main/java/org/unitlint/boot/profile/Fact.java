package org.unitlint.boot.profile;

import java.util.Locale;

/**
 * Something that is so on a machine.
 *
 * @param key what it is about, as {@code facts.tsv} lists
 * @param value the words for it; may be empty
 */
public record Fact(String key, String value, Origin origin) {
  /** How a fact is known, the weakest first. */
  public enum Origin {
    /** Nobody told: it is assumed. */
    DEFAULT,
    /** The files of the root tell. */
    ROOT,
    /** A recording of the machine tells. */
    RECORDED,
    /** The user told. */
    SET;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Override
  public String toString() {
    return key + "=" + value;
  }
}
