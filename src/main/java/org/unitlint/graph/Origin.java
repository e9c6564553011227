package org.unitlint.graph;

import java.util.Locale;

/** Where systemd says that a dependency comes from, as in {@code systemd-analyze dump}. */
public enum Origin {
  /** A unit file, a link, or a setting that implies the dependency. */
  FILE,
  /** Always there for such units. */
  IMPLICIT,
  /** There unless the unit says {@code DefaultDependencies=no}. */
  DEFAULT,
  /** What a mount unit says about its source and place. */
  MOUNT_FILE,
  /** The slice that a unit is in. */
  SLICE_PROPERTY;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word that the dump shows, without its prefix: {@code mount-file}. */
  public String word() {
    return word;
  }
}
