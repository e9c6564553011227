package org.unitlint.host.value;

import java.util.Arrays;
import java.util.Optional;

/**
 * A word at some place of a text, in which quotes group and a backslash makes the next character
 * plain.
 *
 * @param next where the word begins that follows
 */
record FirstWord(Text word, int next) {
  static final String BLANKS = " \t\n\r";

  /** The first word behind {@code start}; empty where a quote stays open. */
  static Optional<FirstWord> of(Text text, int start, String separators) {
    String all = text.text();
    int at = skip(all, start, separators);
    var plain = new StringBuilder();
    var starts = new int[16];
    var ends = new int[16];
    char quote = 0;
    for (; at < all.length(); at++) {
      char c = all.charAt(at);
      if (quote == 0 && separators.indexOf(c) >= 0) {
        break;
      }
      if (c == '\\') {
        if (++at == all.length()) {
          return Optional.empty();
        }
      } else if (quote == 0 ? c == '"' || c == '\'' : c == quote) {
        quote = quote == 0 ? c : 0;
        continue;
      }
      if (plain.length() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, starts.length);
      }
      starts[plain.length()] = at;
      ends[plain.length()] = at + 1;
      plain.append(all.charAt(at));
    }
    return quote != 0
        ? Optional.empty()
        : Optional.of(
            new FirstWord(
                text.remade(plain.toString(), starts, ends, at), skip(all, at, separators)));
  }

  /** Where the next character stands that is no separator. */
  static int skip(String text, int start, String separators) {
    int at = start;
    while (at < text.length() && separators.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** Where the separator stands that no backslash makes plain; the length if there is none. */
  static int end(String text, char separator) {
    int at = 0;
    while (at < text.length() && text.charAt(at) != separator) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return Math.min(at, text.length());
  }

  /** The text without the backslashes that make others plain; empty if one has none to do so. */
  static Optional<String> plain(String text) {
    if (text.indexOf('\\') < 0) {
      return Optional.of(text);
    }
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      i += text.charAt(i) == '\\' ? 1 : 0;
      if (i == text.length()) {
        return Optional.empty();
      }
      plain.append(text.charAt(i));
    }
    return Optional.of(plain.toString());
  }
}
