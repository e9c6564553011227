package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.unitlint.source.Utf8;

/** Reads files that the command line names, whatever bytes they hold. */
final class TextFile {
  private TextFile() {}

  /** The text of the file; {@code -} is standard input. */
  static String read(Terminal terminal, String name) throws Trouble {
    try {
      if (name.equals("-")) {
        return Utf8.decode(terminal.in().readAllBytes());
      }
      return Utf8.decode(Files.readAllBytes(terminal.path(name)));
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + name + ": " + Inputs.reason(e));
    }
  }
}
