package org.unitlint.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.Optional;

/**
 * Gives text to people at a terminal: as it is where it fits the screen, else to their pager.
 * Nothing is shown before it is closed or the screen is full.
 */
final class Paging extends Writer {
  private static final int USUAL_LINES = 24;

  private final Terminal terminal;
  private final Pager pager;
  private final StringBuilder text = new StringBuilder();
  private Optional<Pager.Run> run = Optional.empty();
  private boolean started;
  private boolean left;
  private int shown;
  private int rows;
  private int cells;

  Paging(Terminal terminal, Pager pager) {
    this.terminal = terminal;
    this.pager = pager;
  }

  @Override
  public void write(char[] characters, int from, int length) {
    int columns = terminal.columns().orElse(Integer.MAX_VALUE);
    for (int i = from; i < from + length; i++) {
      boolean full = cells == columns;
      if (characters[i] == '\n' || full) {
        rows++;
        cells = characters[i] == '\n' ? 0 : 1;
      } else {
        cells++;
      }
    }
    text.append(characters, from, length);
    // The shell asks for its next command on a line of its own.
    if (!started && rows >= terminal.lines().orElse(USUAL_LINES)) {
      started = true;
      terminal.out().flush();
      run = pager.start();
    }
    pass();
  }

  private void pass() {
    if (run.isEmpty() || left || shown == text.length()) {
      return;
    }
    try {
      run.get().show(text.substring(shown));
      shown = text.length();
    } catch (IOException e) {
      left = true;
    }
  }

  @Override
  public void flush() {
    // Whether it fits is known at the end.
  }

  @Override
  public void close() {
    boolean seen = run.isPresent() && run.get().end();
    if (!seen) {
      PrintWriter out = terminal.out();
      out.append(text);
      out.flush();
    }
    run = Optional.empty();
    text.setLength(0);
  }
}
