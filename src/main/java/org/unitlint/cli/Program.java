package org.unitlint.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/** The whole program as a function, for those who run it without a process of its own. */
public final class Program {
  private Program() {}

  /**
   * Runs one command line and returns its exit status; never throws.
   *
   * @param folder what relative paths are relative to
   */
  public static int run(
      InputStream in,
      PrintWriter out,
      PrintWriter err,
      Path folder,
      Map<String, String> environment,
      String... args) {
    var terminal = new Terminal(in, out, err, folder, false, environment);
    int status = new CommandLineRunner(terminal, Pager.NONE).run(args);
    out.flush();
    err.flush();
    return status;
  }
}
