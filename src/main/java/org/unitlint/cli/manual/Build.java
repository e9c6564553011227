package org.unitlint.cli.manual;

/**
 * Which program a page is about.
 *
 * @param date of the build, as {@code 2026-11-22}
 */
public record Build(String version, String date) {}
