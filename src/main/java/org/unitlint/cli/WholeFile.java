package org.unitlint.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import org.unitlint.source.Utf8Writer;

/** Writes files in one step, so that nobody ever sees half of one. */
final class WholeFile {
  private WholeFile() {}

  /**
   * Writes the result to the file; devices and pipes are written to as they are, and so is a file
   * in a folder where no other can be made.
   *
   * @param name what to call the file before people
   */
  static void write(Path file, String name, Options.Result result) throws Trouble {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        write(file, result);
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), result);
      }
    } catch (IOException e) {
      throw Trouble.unreadable("cannot write " + name + ": " + Inputs.reason(e));
    }
  }

  private static void replace(Path target, Options.Result result) throws IOException {
    if (Files.exists(target) && !Files.isWritable(target.getParent())) {
      write(target, result);
      return;
    }
    var unfinished = target.resolveSibling("." + target.getFileName() + ".new");
    try {
      write(unfinished, result);
      keepMode(target, unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Gives the file the mode that the one has which it takes the place of. */
  private static void keepMode(Path target, Path unfinished) throws IOException {
    var mode = Files.getFileAttributeView(target, PosixFileAttributeView.class);
    if (mode != null && Files.exists(target)) {
      Files.setPosixFilePermissions(unfinished, mode.readAttributes().permissions());
    }
  }

  private static void write(Path file, Options.Result result) throws IOException {
    try (var out = new BufferedWriter(new Utf8Writer(Files.newOutputStream(file)))) {
      result.write(out);
    }
  }
}
