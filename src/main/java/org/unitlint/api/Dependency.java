package org.unitlint.api;

import java.util.List;

/**
 * A dependency of one unit on another.
 *
 * @param from the unit that depends
 * @param kind systemd's name, one that leads forward: {@code Requires}, {@code After} …
 * @param to the unit that is depended on
 * @param origins where it comes from, in systemd's words: {@code file}, {@code default}, {@code
 *     implicit} …
 * @param locations the lines of files that say or imply it; none for what systemd adds by itself
 */
public record Dependency(
    String from, String kind, String to, List<String> origins, List<Location> locations) {
  public Dependency {
    origins = List.copyOf(origins);
    locations = List.copyOf(locations);
  }

  /** {@code a.service After b.service}. */
  @Override
  public String toString() {
    return from + " " + kind + " " + to;
  }
}
