package org.unitlint.cli;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Patterns with {@code *}, {@code ?} and {@code [...]}, as in fnmatch(3) without flags. */
final class Glob {
  private static final String SPECIAL = "*?[";

  private Glob() {}

  /** Whether the word is more than a plain name. */
  static boolean isPattern(String word) {
    return word.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
  }

  /** Which texts match as a whole; none where a range is turned round. */
  static Predicate<String> of(String pattern) {
    var regex = new StringBuilder();
    int next;
    for (int i = 0; i < pattern.length(); i = next) {
      char c = pattern.charAt(i);
      next = i + 1;
      if (c == '*') {
        regex.append(".*");
      } else if (c == '?') {
        regex.append('.');
      } else if (c == '[' && end(pattern, i) > 0) {
        next = end(pattern, i);
        set(pattern.substring(i + 1, next - 1), regex);
      } else if (c == '\\' && next < pattern.length()) {
        quote(pattern.charAt(next++), regex);
      } else {
        quote(c, regex);
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    } catch (PatternSyntaxException e) {
      return text -> false;
    }
  }

  /** The offset behind the set that starts there; 0 where it does not end. */
  private static int end(String pattern, int start) {
    int first = start + 1;
    if (first < pattern.length() && "!^".indexOf(pattern.charAt(first)) >= 0) {
      first++;
    }
    return pattern.indexOf(']', first + 1) + 1;
  }

  private static void set(String inside, StringBuilder regex) {
    boolean not = "!^".indexOf(inside.charAt(0)) >= 0;
    regex.append(not ? "[^" : "[");
    for (char c : inside.substring(not ? 1 : 0).toCharArray()) {
      if (c == '-') {
        regex.append(c);
      } else {
        quote(c, regex);
      }
    }
    regex.append(']');
  }

  private static void quote(char c, StringBuilder regex) {
    if (!Character.isLetterOrDigit(c)) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
