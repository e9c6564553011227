package org.unitlint.graph;

/**
 * A path that must be mounted for a unit, because it says so or because a setting needs it.
 *
 * @param wanted whether the mounts are only wanted, as by {@code WantsMountsFor=}
 * @param reason who says so; its kind is that of the edges to the mounts which it makes
 */
public record MountPath(String path, boolean wanted, Reason reason) {}
