package org.unitlint.cli;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.unitlint.source.Utf8Writer;

/** The program's entry point. */
public final class Main {
  private Main() {}

  /** Runs one command line and exits with its status. */
  public static void main(String[] args) {
    var out = writer(FileDescriptor.out);
    var err = writer(FileDescriptor.err);
    var terminal =
        new Terminal(
            new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
            out,
            err,
            Path.of("").toAbsolutePath(),
            System.console() != null,
            System.getenv());
    int status =
        new CommandLineRunner(terminal, new PagerProcess(terminal.environment())).run(args);
    out.flush();
    err.flush();
    System.exit(status);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new BufferedWriter(new Utf8Writer(new FileOutputStream(descriptor))), false);
  }
}
