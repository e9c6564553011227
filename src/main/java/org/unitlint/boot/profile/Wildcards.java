package org.unitlint.boot.profile;

import java.util.ArrayList;
import java.util.List;

/** Shell patterns. See fnmatch(3) and glob(7). */
final class Wildcards {
  private static final int MOST_BRACES = 6;
  private static final int MOST_ALTERNATIVES = 256;

  private Wildcards() {}

  /** Whether the whole text is as the pattern says. */
  static boolean match(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      int next =
          p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, text.charAt(t)) : -1;
      if (next > 0) {
        p = next;
        t++;
      } else if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Whether there is anything but plain characters. */
  static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> "*?[\\{".indexOf(c) >= 0);
  }

  /** Where the pattern goes on if what is at {@code at} matches the character; else -1. */
  private static int one(String pattern, int at, char c) {
    char first = pattern.charAt(at);
    if (first == '?') {
      return at + 1;
    }
    if (first == '\\' && at + 1 < pattern.length()) {
      return pattern.charAt(at + 1) == c ? at + 2 : -1;
    }
    int end = first == '[' ? end(pattern, at) : -1;
    if (end < 0) {
      return first == c ? at + 1 : -1;
    }
    boolean not = "!^".indexOf(pattern.charAt(at + 1)) >= 0;
    return within(pattern.substring(at + (not ? 2 : 1), end), c) == not ? -1 : end + 1;
  }

  /** Where the set ends that begins there; -1 if it does not. */
  private static int end(String pattern, int at) {
    int from = at + 1;
    if (from < pattern.length() && "!^".indexOf(pattern.charAt(from)) >= 0) {
      from++;
    }
    return pattern.indexOf(']', from + 1);
  }

  private static boolean within(String set, char c) {
    for (int i = 0; i < set.length(); i++) {
      if (i + 2 < set.length() && set.charAt(i + 1) == '-') {
        if (set.charAt(i) <= c && c <= set.charAt(i + 2)) {
          return true;
        }
        i += 2;
      } else if (set.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** The patterns that one with alternatives in braces stands for; not too many. */
  static List<String> alternatives(String pattern) {
    return pattern.chars().filter(c -> c == '{').count() > MOST_BRACES
        ? List.of(pattern)
        : opened(pattern);
  }

  private static List<String> opened(String pattern) {
    int open = pattern.indexOf('{');
    int close = pattern.indexOf('}', open + 1);
    if (open < 0 || close < 0) {
      return List.of(pattern);
    }
    var all = new ArrayList<String>();
    for (String part : pattern.substring(open + 1, close).split(",", -1)) {
      if (all.size() < MOST_ALTERNATIVES) {
        all.addAll(opened(pattern.substring(0, open) + part + pattern.substring(close + 1)));
      }
    }
    return all;
  }
}
