package org.unitlint.host;

/**
 * A symbolic link in the search path whose name is the name of a unit.
 *
 * @param target as written in the link
 * @param destination the path it means inside the root
 * @param climbed whether it tries to leave the root
 */
public record UnitLink(String path, String target, String destination, Kind kind, boolean climbed) {
  /** What systemd makes of a link. */
  public enum Kind {
    /** Another name of a unit. */
    ALIAS,
    /** A link to {@code /dev/null}. */
    MASK,
    /** A unit whose file lies outside the search path. */
    LINKED,
    /** Outside the search path, and nothing there. */
    DANGLING,
    /** Not a possible alias: another type, or a template for a plain unit. */
    REFUSED,
    /** A link to a file of its own name; without effect. */
    SELF,
    /** A link that leads to itself. */
    LOOP
  }
}
