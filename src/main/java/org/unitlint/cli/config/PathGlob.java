package org.unitlint.cli.config;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.unitlint.source.Paths;

/**
 * A pattern for paths and names: {@code *}, {@code ?} and {@code [...]} stay within a component,
 * {@code **} goes over several.
 */
public final class PathGlob {
  private static final String BELOW = "**/";

  private final String text;
  private final Pattern pattern;

  private PathGlob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /** The pattern of that text; empty where a set does not end, or ends before it begins. */
  public static Optional<PathGlob> of(String text) {
    String plain = text.startsWith("./") ? text.substring(2) : text;
    String open = plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    if (open.isEmpty()) {
      return Optional.empty();
    }
    try {
      return regex(open).map(r -> new PathGlob(text, Pattern.compile(r, Pattern.DOTALL)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  /** Whether it says where something is, not only what it is called. */
  public boolean hasFolder() {
    return text.indexOf('/') >= 0;
  }

  /** Whether the whole text matches. */
  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /**
   * Whether the path matches, or a folder above it; a pattern without a folder matches any
   * component.
   */
  public boolean covers(String path) {
    for (String p = path; ; p = Paths.parent(p)) {
      if (matches(hasFolder() ? p : Paths.name(p))) {
        return true;
      }
      if (p.lastIndexOf('/') <= 0) {
        return false;
      }
    }
  }

  private static Optional<String> regex(String glob) {
    var regex = new StringBuilder();
    int next;
    for (int i = 0; i < glob.length(); i = next) {
      char c = glob.charAt(i);
      next = i + 1;
      if (glob.startsWith(BELOW, i) && (i == 0 || glob.charAt(i - 1) == '/')) {
        regex.append("(?:.*/)?");
        next = i + BELOW.length();
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        next = i + 2;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '[') {
        next = end(glob, i);
        if (next == 0) {
          return Optional.empty();
        }
        set(glob.substring(i + 1, next - 1), regex);
      } else if (c == '\\' && next < glob.length()) {
        quote(glob.charAt(next++), regex);
      } else {
        quote(c, regex);
      }
    }
    return Optional.of(regex.toString());
  }

  /** The offset behind the set that starts there; 0 where it does not end. */
  private static int end(String glob, int start) {
    int first = start + 1;
    if (first < glob.length() && "!^".indexOf(glob.charAt(first)) >= 0) {
      first++;
    }
    return glob.indexOf(']', first + 1) + 1;
  }

  private static void set(String inside, StringBuilder regex) {
    boolean not = "!^".indexOf(inside.charAt(0)) >= 0;
    regex.append(not ? "[^/" : "[");
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
    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
      regex.append('\\');
    }
    regex.append(c);
  }
}
