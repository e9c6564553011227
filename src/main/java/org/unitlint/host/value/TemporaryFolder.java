package org.unitlint.host.value;

/**
 * A folder in memory. See systemd.exec(5), TemporaryFileSystem=.
 *
 * @param options of its mount; empty for the usual ones
 */
public record TemporaryFolder(String path, String options) {}
