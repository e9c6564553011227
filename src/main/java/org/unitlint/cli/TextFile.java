package org.unitlint.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.unitlint.source.Utf8;

/** Reads files that the command line names, whatever bytes they hold. */
final class TextFile {
  /** The text of {@code systemctl show} has some kilobytes a unit. */
  private static final int MOST_BYTES = 128 << 20;

  private TextFile() {}

  /** The text of the file; {@code -} is standard input. */
  static String read(Terminal terminal, String name) throws Trouble {
    try {
      if (name.equals("-")) {
        return text(terminal.in(), name);
      }
      try (var file = Files.newInputStream(terminal.path(name))) {
        return text(file, name);
      }
    } catch (IOException e) {
      throw Trouble.unreadable("cannot read " + name + ": " + Inputs.reason(e));
    }
  }

  private static String text(InputStream file, String name) throws IOException, Trouble {
    byte[] bytes = file.readNBytes(MOST_BYTES);
    if (file.read() >= 0) {
      throw Trouble.unreadable("cannot read " + name + ": it has more than 128 MiB");
    }
    return Utf8.decode(bytes);
  }
}
