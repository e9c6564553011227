package org.unitlint.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the program's commands. */
interface Command {
  /** Its name. */
  String name();

  /** What it does, in one line. */
  String summary();

  /** Its options and arguments. */
  CommandSpec spec();

  /** Runs it and returns the exit status. */
  int run(ParseResult arguments, Terminal terminal) throws Trouble;
}
