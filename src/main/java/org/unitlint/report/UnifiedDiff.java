package org.unitlint.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences between texts as {@code diff -u} writes them, so that {@code patch} and {@code git
 * apply} take them. Lines end with LF only: what else stands before it belongs to the line.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_END = "\n\\ No newline at end of file\n";

  private UnifiedDiff() {}

  /** Writes what is to change in the file of that name; nothing where the texts are the same. */
  public static void write(String name, String before, String after, Writer out)
      throws IOException {
    var old = lines(before);
    var patch = DiffUtils.diff(old, lines(after));
    var diff = UnifiedDiffUtils.generateUnifiedDiff(name, name, old, patch, CONTEXT);
    if (diff.isEmpty()) {
      return;
    }
    out.write("--- " + quoted(name) + "\n+++ " + quoted(name) + "\n");
    for (String line : diff.subList(2, diff.size())) {
      boolean ends = line.endsWith("\n") || line.startsWith("@@ ");
      out.write(line);
      out.write(line.startsWith("@@ ") ? "\n" : ends ? "" : NO_END);
    }
  }

  /** The lines with their ends. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      int next = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, next));
      start = next;
    }
    return lines;
  }

  /** The name as it stands in a header: one with blanks needs a tab behind it. */
  private static String quoted(String name) {
    boolean odd = name.startsWith("\"") || name.chars().anyMatch(c -> c < ' ' || c == 0x7F);
    if (!odd) {
      return name.indexOf(' ') < 0 ? name : name + "\t";
    }
    var quoted = new StringBuilder("\"");
    for (char c : name.toCharArray()) {
      if (c < ' ' || c == 0x7F) {
        quoted.append(String.format("\\%03o", (int) c));
      } else {
        quoted.append(c == '"' || c == '\\' ? "\\" : "").append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
