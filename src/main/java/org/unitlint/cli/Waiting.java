package org.unitlint.cli;

import java.nio.file.Path;
import java.util.Collection;

/** Waits for files to change. */
interface Waiting {
  /**
   * Waits for a moment, or until something happens in one of the folders; false where nobody waits
   * any longer.
   *
   * @param status the exit status, should somebody end the program meanwhile
   */
  boolean pause(Collection<Path> folders, int status);
}
