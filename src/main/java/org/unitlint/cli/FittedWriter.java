package org.unitlint.cli;

import java.io.IOException;
import java.io.Writer;
import org.unitlint.report.Margin;

/** Passes text on, each line made to fit the terminal; what has no line end is passed on last. */
final class FittedWriter extends Writer {
  private final Writer out;
  private final int columns;
  private final StringBuilder line = new StringBuilder();

  FittedWriter(Writer out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    int start = from;
    for (int i = from; i < from + length; i++) {
      if (characters[i] == '\n') {
        line.append(characters, start, i - start);
        out.append(Margin.fit(line.toString(), columns)).append('\n');
        line.setLength(0);
        start = i + 1;
      }
    }
    line.append(characters, start, from + length - start);
  }

  @Override
  public void flush() throws IOException {
    out.append(line);
    line.setLength(0);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
