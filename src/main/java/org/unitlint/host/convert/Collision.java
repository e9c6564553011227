package org.unitlint.host.convert;

/**
 * Something that a machine has already.
 *
 * @param unit the converted unit that it is in the way of
 * @param other the unit that is there
 * @param path where its file is
 * @param words why both cannot be
 */
public record Collision(String unit, String other, String path, String words) {}
