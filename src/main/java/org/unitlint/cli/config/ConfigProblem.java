package org.unitlint.cli.config;

/** What keeps a configuration from being used, and where it is written. */
public final class ConfigProblem extends Exception {
  private static final long serialVersionUID = 1L;
  private final int line;
  private final int column;

  ConfigProblem(int line, int column, String message) {
    super(message);
    this.line = line;
    this.column = column;
  }

  /** The line, from 1. */
  public int line() {
    return line;
  }

  /** The column, from 1, in code points. */
  public int column() {
    return column;
  }
}
