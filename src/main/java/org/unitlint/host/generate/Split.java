package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.List;

/** How the generators take lists apart. */
final class Split {
  private static final int NONE = 0;

  private Split() {}

  /**
   * The words between commas, empty ones left out; a backslash keeps a comma or another backslash,
   * and stays itself before anything else.
   */
  static List<String> betweenCommas(String list) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean begun = false;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == ',') {
        add(words, word, begun);
        begun = false;
        continue;
      }
      begun = true;
      if (c == '\\' && i + 1 < list.length()) {
        char next = list.charAt(++i);
        word.append(next == ',' || next == '\\' ? "" : "\\").append(next);
      } else {
        word.append(c);
      }
    }
    add(words, word, begun);
    return words;
  }

  private static void add(List<String> words, StringBuilder word, boolean begun) {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
  }

  /** The words between blanks; quotes and backslashes act and vanish, unmatched ones too. */
  static List<String> unquoted(String list) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean begun = false;
    char quote = NONE;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      if (quote == NONE && Bytes.isBlank(c)) {
        add(words, word, begun);
        begun = false;
        continue;
      }
      begun = true;
      if (quote == NONE ? c == '\'' || c == '"' : c == quote) {
        quote = quote == NONE ? c : NONE;
      } else if (c != '\\') {
        word.append(c);
      } else if (i + 1 < list.length()) {
        word.append(list.charAt(++i));
      }
    }
    add(words, word, begun);
    return words;
  }

  /** The words between what the C library takes for blanks. */
  static List<String> scanned(String line, int most) {
    var words = new ArrayList<String>();
    int at = 0;
    while (words.size() < most) {
      while (at < line.length() && Bytes.isSpace(line.charAt(at))) {
        at++;
      }
      int start = at;
      while (at < line.length() && !Bytes.isSpace(line.charAt(at))) {
        at++;
      }
      if (at == start) {
        break;
      }
      words.add(line.substring(start, at));
    }
    return words;
  }
}
