package org.unitlint.boot.profile;

import java.util.Comparator;

/** The order of versions. See systemd-analyze(1), compare-versions, and strverscmp_improved(). */
enum VersionOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String first, String second) {
    return new Walk(first, second).compare();
  }

  /** One step after the other through both. */
  private static final class Walk {
    private final String a;
    private final String b;
    private int i;
    private int j;

    Walk(String a, String b) {
      this.a = a;
      this.b = b;
    }

    int compare() {
      while (true) {
        while (i < a.length() && !isValid(a.charAt(i))) {
          i++;
        }
        while (j < b.length() && !isValid(b.charAt(j))) {
          j++;
        }
        int sign = sign('~');
        if (sign != 0) {
          return sign;
        }
        if (i == a.length() || j == b.length()) {
          return Integer.compare(a.length() - i, b.length() - j);
        }
        for (char c : new char[] {'-', '^', '.'}) {
          sign = sign(c);
          if (sign != 0) {
            return sign;
          }
        }
        int part = part();
        if (part != 0) {
          return part;
        }
      }
    }

    /** Which one alone has that sign there; both are passed. The one that has it is the lower. */
    private int sign(char c) {
      boolean left = at(a, i) == c;
      boolean right = at(b, j) == c;
      if (left && right) {
        i++;
        j++;
        return 0;
      }
      return left ? -1 : right ? 1 : 0;
    }

    private int part() {
      if (isDigit(at(a, i)) || isDigit(at(b, j))) {
        String left = run(a, i, true);
        String right = run(b, j, true);
        i += left.length();
        j += right.length();
        if (left.isEmpty() || right.isEmpty()) {
          return Boolean.compare(!left.isEmpty(), !right.isEmpty());
        }
        String one = unpadded(left);
        String other = unpadded(right);
        int length = Integer.compare(one.length(), other.length());
        return length != 0 ? length : Integer.signum(one.compareTo(other));
      }
      String left = run(a, i, false);
      String right = run(b, j, false);
      i += left.length();
      j += right.length();
      return Integer.signum(left.compareTo(right));
    }

    private static String unpadded(String digits) {
      int zeros = 0;
      while (zeros < digits.length() && digits.charAt(zeros) == '0') {
        zeros++;
      }
      return digits.substring(zeros);
    }

    private static String run(String text, int start, boolean digits) {
      int end = start;
      while (end < text.length()
          && (digits ? isDigit(text.charAt(end)) : isLetter(text.charAt(end)))) {
        end++;
      }
      return text.substring(start, end);
    }

    private static char at(String text, int at) {
      return at < text.length() ? text.charAt(at) : '\0';
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isValid(char c) {
      return isDigit(c) || isLetter(c) || c == '~' || c == '-' || c == '^' || c == '.';
    }
  }
}
