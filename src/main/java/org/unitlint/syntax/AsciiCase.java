package org.unitlint.syntax;

/** Upper and lower case as in the C locale, where only the letters of ASCII have them. */
public final class AsciiCase {
  private AsciiCase() {}

  /** The text with its letters in lower case. */
  public static String lower(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (lower(text.charAt(i)) != text.charAt(i)) {
        var folded = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          folded.setCharAt(j, lower(text.charAt(j)));
        }
        return folded.toString();
      }
    }
    return text;
  }

  /** Whether the two differ at most in the case of letters, as for strcasecmp(3). */
  public static boolean equal(String one, String other) {
    if (one.length() != other.length()) {
      return false;
    }
    for (int i = 0; i < one.length(); i++) {
      if (lower(one.charAt(i)) != lower(other.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }
}
