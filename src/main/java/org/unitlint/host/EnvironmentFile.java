package org.unitlint.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * A file of environment variables on one machine. See systemd.exec(5), EnvironmentFile=.
 *
 * @param ignored the lines that systemd ignores
 */
public record EnvironmentFile(List<Line> ignored) {
  private static final int MAX_BYTES = 1 << 20;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  public EnvironmentFile {
    ignored = List.copyOf(ignored);
  }

  /**
   * A line of the file.
   *
   * @param number from 1
   * @param exported whether it begins with {@code export}, as for a shell
   */
  public record Line(int number, boolean exported) {}

  /** The file at the path, links followed; empty where none can be read. */
  public static Optional<EnvironmentFile> of(Machine machine, String path) {
    return read(machine.tree(), path);
  }

  static Optional<EnvironmentFile> read(FileTree tree, String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new EnvironmentFile(ignored(Utf8.decode(tree.read(resolved.path(), MAX_BYTES)))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Values may go on over several lines, by a backslash or inside of quotes. */
  private static List<Line> ignored(String text) {
    var ignored = new ArrayList<Line>();
    var lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      int first = i;
      if (line.isEmpty() || "#;".indexOf(line.charAt(0)) >= 0) {
        while (lines[i].endsWith("\\") && i + 1 < lines.length) {
          i++;
        }
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 0 || !NAME.matcher(line.substring(0, equals).strip()).matches()) {
        ignored.add(new Line(first + 1, line.startsWith("export ")));
      }
      i = end(lines, i, equals);
    }
    return ignored;
  }

  /**
   * The last line of the assignment that begins in that one. Quotes count where the value, or what
   * follows another quote, begins with one.
   */
  private static int end(String[] lines, int first, int equals) {
    char quote = 0;
    boolean plain = false;
    int at = first;
    int column = equals < 0 ? 0 : lines[first].indexOf('=') + 1;
    while (true) {
      String line = lines[at];
      boolean joined = false;
      for (int i = column; i < line.length(); i++) {
        char c = line.charAt(i);
        if (c == '\\' && quote != '\'') {
          joined = i + 1 == line.length();
          plain |= quote == 0;
          i++;
        } else if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (!plain && (c == '"' || c == '\'')) {
          quote = c;
        } else {
          plain |= !Character.isWhitespace(c);
        }
      }
      if (!joined && quote == 0 || at + 1 == lines.length) {
        return at;
      }
      at++;
      column = 0;
    }
  }
}
