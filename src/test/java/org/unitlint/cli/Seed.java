package org.unitlint.cli;

import java.io.IOException;
import java.util.List;

/**
 * A change, and what must be told of it.
 *
 * @param direct all that somebody changed
 * @param follows some of what comes of it; a sort of which there is nothing here must not be told
 */
record Seed(String name, Change change, List<String> direct, List<String> follows) {
  /** Changes a machine. */
  interface Change {
    void in(SmallRoot root) throws IOException;
  }
}
