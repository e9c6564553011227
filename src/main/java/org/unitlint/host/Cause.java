package org.unitlint.host;

import org.unitlint.source.Place;

/**
 * What somebody wrote that made a file or link be there, such as a line of {@code fstab}.
 *
 * @param path in the tree, of the file where it is written
 */
public record Cause(String path, Place place) {}
