package org.unitlint.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text for ANTLR, in which every character beyond ASCII, the byte order mark excepted, looks like
 * {@code ~}: its lexers are slow for what is not ASCII, and the grammars do not tell it apart.
 */
final class FoldedChars implements CharStream {
  private static final char STAND_IN = '~';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String name;
  private final String text;
  private int at;

  FoldedChars(String name, String text) {
    this.name = name;
    this.text = text;
  }

  @Override
  public int LA(int i) {
    int index = i > 0 ? at + i - 1 : at + i;
    if (index < 0 || index >= text.length()) {
      return IntStream.EOF;
    }
    char c = text.charAt(index);
    return c < STAND_IN || c == BYTE_ORDER_MARK ? c : STAND_IN;
  }

  @Override
  public void consume() {
    at++;
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = index;
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {
    // The whole text stays in memory: nothing to let go.
  }

  @Override
  public String getText(Interval interval) {
    return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
  }

  @Override
  public String getSourceName() {
    return name;
  }
}
