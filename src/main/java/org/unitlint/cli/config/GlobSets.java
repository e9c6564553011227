package org.unitlint.cli.config;

/** Sets such as {@code [a-z]} and {@code [!0-9]} in patterns, as parts of regular expressions. */
public final class GlobSets {
  private GlobSets() {}

  /** The offset behind the set that starts there; 0 where it does not end. */
  public static int end(String glob, int start) {
    int first = start + 1;
    if (first < glob.length() && "!^".indexOf(glob.charAt(first)) >= 0) {
      first++;
    }
    return glob.indexOf(']', first + 1) + 1;
  }

  /**
   * Adds the set.
   *
   * @param inside what stands between its brackets
   * @param never signs that it never means when it is turned round; may be empty
   */
  public static void add(String inside, String never, StringBuilder regex) {
    boolean not = "!^".indexOf(inside.charAt(0)) >= 0;
    regex.append(not ? "[^" + never : "[");
    for (char c : inside.substring(not ? 1 : 0).toCharArray()) {
      if (c == '-') {
        regex.append(c);
      } else {
        quote(c, regex);
      }
    }
    regex.append(']');
  }

  /** Adds the character as it is. */
  public static void quote(char c, StringBuilder regex) {
    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
