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
        next = GlobSets.end(glob, i);
        if (next == 0) {
          return Optional.empty();
        }
        GlobSets.add(glob.substring(i + 1, next - 1), "/", regex);
      } else if (c == '\\' && next < glob.length()) {
        GlobSets.quote(glob.charAt(next++), regex);
      } else {
        GlobSets.quote(c, regex);
      }
    }
    return Optional.of(regex.toString());
  }
}
