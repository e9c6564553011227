package org.unitlint.api;

import java.util.Optional;

/**
 * One directive with its value that counts in a unit.
 *
 * @param section such as {@code Service}
 * @param directive such as {@code ExecStart}; for an old spelling the new one
 * @param value as systemd reads it, on one line
 * @param expanded the value with its specifiers replaced; empty where it has none, or where they
 *     cannot be known
 * @param location where it is written
 */
public record Setting(
    String section, String directive, String value, Optional<String> expanded, Location location) {}
