package org.unitlint.cli;

/** What keeps a command from going on: one line for the user, and the exit status. */
final class Trouble extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;

  private Trouble(int status, String line) {
    super(line);
    this.status = status;
  }

  /** The command line asks for what cannot be. */
  static Trouble usage(String line) {
    return new Trouble(Exit.USAGE, line);
  }

  /** An input cannot be read, or an output not written. */
  static Trouble unreadable(String line) {
    return new Trouble(Exit.UNREADABLE, line);
  }

  int status() {
    return status;
  }
}
