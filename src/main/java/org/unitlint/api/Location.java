package org.unitlint.api;

/**
 * A part of a file.
 *
 * @param file its path: from the root on, or as the unit was called; empty where no file is meant
 * @param line where it begins, from 1
 * @param column where it begins, from 1, in code points
 * @param endLine where it ends, from 1
 * @param endColumn behind its last character, from 1, in code points
 */
public record Location(String file, int line, int column, int endLine, int endColumn) {
  /** {@code FILE:LINE:COLUMN}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
