package org.unitlint.cli;

/** The exit status of every command. */
final class Exit {
  static final int CLEAN = 0;
  static final int FINDINGS = 1;
  static final int USAGE = 2;
  static final int UNREADABLE = 3;

  private Exit() {}
}
