package org.unitlint.cli.config;

import java.util.List;

/**
 * What holds for some paths only.
 *
 * @param line where it begins
 */
public record PathLayer(int line, Entry<List<PathGlob>> paths, Layer layer) {}
