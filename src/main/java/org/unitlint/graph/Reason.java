package org.unitlint.graph;

import java.util.Optional;
import org.unitlint.source.Place;

/**
 * One reason for an edge: something written, or a rule by which systemd adds it.
 *
 * @param unit the unit that declares it: either end of the edge
 * @param kind as that unit declares it: {@code Before} where the edge is the other's After
 * @param origin systemd's own word for where it comes from
 * @param addition the rule by which systemd adds it; empty for what a file or link says itself
 * @param path in the tree, of the file or link that says or implies it; empty if none does
 * @param place there; nothing where no file says or implies it
 * @param link whether the path is that of a link or folder entry such as {@code a.wants/b}
 */
public record Reason(
    String unit,
    Dependency kind,
    Origin origin,
    Optional<Addition> addition,
    String path,
    Optional<Place> place,
    boolean link) {

  /** A rule that needs nothing written. */
  static Reason rule(String unit, Dependency kind, Origin origin, Addition addition) {
    return new Reason(unit, kind, origin, addition.some(), "", Optional.empty(), false);
  }

  /** The same, if it is the rule by which systemd adds it because of what is written. */
  Reason by(Addition rule) {
    return new Reason(unit, kind, origin, rule.some(), path, place, link);
  }

  /** The same reason for a dependency of another kind. */
  Reason as(Dependency other) {
    return new Reason(unit, other, origin, addition, path, place, link);
  }

  /** Whether it is a link that nobody asked for in a line of a file, so that there is no line. */
  public boolean isBareLink() {
    return link && place.filter(p -> !p.source().text().isEmpty()).isEmpty();
  }

  /** Whether somebody wrote the dependency itself. */
  public boolean isWritten() {
    return addition.isEmpty();
  }

  /** Whether it is no file's of the tree, but known of a unit that systemd ships. */
  public boolean isAssumed() {
    return path.startsWith("/(systemd)/");
  }

  /** Whether it goes with {@code DefaultDependencies=no} in the unit that declares it. */
  public boolean isDefault() {
    return origin == Origin.DEFAULT || addition.filter(Addition::isDefault).isPresent();
  }
}
