package org.unitlint.source;

import java.io.IOException;
import java.util.List;

/**
 * A tree of files as one machine sees it. Paths are absolute, start with {@code /}, and hold no
 * {@code .} or {@code ..} and no doubled slash; no operation follows a symbolic link.
 */
public interface FileTree {
  /** What is at the path; {@link Node#MISSING} where nothing is. */
  Node node(String path);

  /** The names in the folder, in byte order. */
  List<String> children(String path) throws IOException;

  /** The first {@code limit} bytes of the regular file. */
  byte[] read(String path, int limit) throws IOException;

  /** What to call the path before people. */
  default String display(String path) {
    return path;
  }
}
