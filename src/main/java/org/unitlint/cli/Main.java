package org.unitlint.cli;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /** Runs one command line and exits with its status. */
  public static void main(String[] args) {
    System.out.println(new picocli.CommandLine.Model.OptionSpec[0].length);
  }
}
