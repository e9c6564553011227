package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a list in which a backslash keeps the next character as it is, whatever it is.
 *
 * @param words those that systemd gets before it leaves off
 * @param rest where it leaves off, because of a quote that nothing closes or a backslash at the end
 */
record EscapedWords(List<Piece> words, Optional<Text> rest) {
  /**
   * One word.
   *
   * @param written as it is written
   * @param text without quotes and backslashes
   */
  record Piece(Text written, String text) {
    /** Where the characters from {@code start} to {@code end} of the text are written. */
    Text part(int start, int end) {
      return written.text().equals(text) ? written.part(start, end) : written;
    }
  }

  /**
   * @param quotes whether quotes group and are removed
   */
  static EscapedWords of(Text text, boolean quotes) {
    var words = new ArrayList<Piece>();
    String all = text.text();
    for (int at = 0; at < all.length(); ) {
      if (isBlank(all.charAt(at))) {
        at++;
        continue;
      }
      var word = new StringBuilder();
      int end = read(all, at, quotes, word);
      if (end < 0) {
        return new EscapedWords(words, Optional.of(text.from(at)));
      }
      words.add(new Piece(text.part(at, end), word.toString()));
      at = end;
    }
    return new EscapedWords(words, Optional.empty());
  }

  /** Where the word ends; negative where it never does. */
  private static int read(String all, int start, boolean quotes, StringBuilder word) {
    char quote = 0;
    int at = start;
    for (; at < all.length() && (quote != 0 || !isBlank(all.charAt(at))); at++) {
      char c = all.charAt(at);
      if (c == '\\') {
        at++;
        if (at == all.length()) {
          return -1;
        }
        word.append(all.charAt(at));
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && quotes && (c == '"' || c == '\'')) {
        quote = c;
      } else {
        word.append(c);
      }
    }
    return quote == 0 ? at : -1;
  }

  /** Where the sign is next from {@code start} on without a backslash before it; else the end. */
  static int end(String all, int start, char sign) {
    int at = start;
    while (at < all.length() && all.charAt(at) != sign) {
      at += all.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, all.length());
  }

  /** Without the backslashes that keep the next character. */
  static String plain(String written) {
    var plain = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      boolean keeps = written.charAt(i) == '\\' && i + 1 < written.length();
      plain.append(written.charAt(keeps ? ++i : i));
    }
    return plain.toString();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
