package org.unitlint.cli.config;

/**
 * A value, and the line where it is written.
 *
 * @param line from 1
 */
public record Entry<T>(T value, int line) {}
