package org.unitlint.host.value;

/**
 * A path with signs before it.
 *
 * @param path absolute, or {@code ~} for the home directory
 * @param optional whether it may be missing, with a {@code -} before it
 * @param fromRoot whether it counts from {@code RootDirectory=}, with a {@code +} before it
 */
public record PrefixedPath(String path, boolean optional, boolean fromRoot) {}
