package org.unitlint.host;

/**
 * Something in the search path that is no unit file though it is named like one, or that cannot be
 * read.
 *
 * @param detail more to say, such as where a link leads; may be empty
 */
public record Trouble(Kind kind, String path, String detail) {
  /** The sorts of trouble. */
  public enum Kind {
    UNREADABLE,
    LINK_LOOP,
    SPECIAL_FILE,
    FOLDER,
    BAD_NAME,
    TOO_LARGE
  }
}
