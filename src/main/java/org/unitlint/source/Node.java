package org.unitlint.source;

/**
 * What a path of a tree holds.
 *
 * @param size bytes of a file, else 0
 * @param executable whether anybody may execute the file
 * @param target where a link points, as written; else empty
 */
public record Node(Kind kind, long size, boolean executable, String target) {
  /** Nothing at all. */
  public static final Node MISSING = new Node(Kind.MISSING, 0, false, "");

  /** A folder. */
  public static final Node FOLDER = new Node(Kind.FOLDER, 0, false, "");

  /** A regular file. */
  public static Node file(long size, boolean executable) {
    return new Node(Kind.FILE, size, executable, "");
  }

  /** A symbolic link. */
  public static Node link(String target) {
    return new Node(Kind.LINK, 0, false, target);
  }

  /** The sorts of things in a tree. */
  public enum Kind {
    /** A regular file. */
    FILE,
    /** A folder. */
    FOLDER,
    /** A symbolic link. */
    LINK,
    /** A named pipe, socket or device; never opened. */
    SPECIAL,
    /** Nothing. */
    MISSING,
    /** Something that may not be looked at. */
    UNREADABLE
  }

  /** Whether it is of the kind. */
  public boolean is(Kind other) {
    return kind == other;
  }
}
