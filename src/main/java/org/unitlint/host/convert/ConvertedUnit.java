package org.unitlint.host.convert;

/**
 * A unit that takes over from xinetd.
 *
 * @param name that of its file
 * @param text all of the file
 */
public record ConvertedUnit(String name, String text) {}
