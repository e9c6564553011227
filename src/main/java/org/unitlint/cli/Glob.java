package org.unitlint.cli;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.unitlint.cli.config.GlobSets;

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
      } else if (c == '[' && GlobSets.end(pattern, i) > 0) {
        next = GlobSets.end(pattern, i);
        GlobSets.add(pattern.substring(i + 1, next - 1), "", regex);
      } else if (c == '\\' && next < pattern.length()) {
        GlobSets.quote(pattern.charAt(next++), regex);
      } else {
        GlobSets.quote(c, regex);
      }
    }
    try {
      return Pattern.compile(regex.toString(), Pattern.DOTALL).asMatchPredicate();
    } catch (PatternSyntaxException e) {
      return text -> false;
    }
  }
}
