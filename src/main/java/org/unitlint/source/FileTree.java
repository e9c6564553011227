package org.unitlint.source;

import java.io.IOException;
import java.nio.file.FileSystemException;
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

  /**
   * Puts other bytes into the regular file: all of them or, with an exception that tells why, none.
   *
   * @param before what it has to hold until then
   */
  default void replace(String path, byte[] before, byte[] after) throws IOException {
    throw new FileSystemException(path, null, "it is no file on a disk");
  }

  /** What to call the path before people. */
  default String display(String path) {
    return path;
  }
}
