package org.unitlint.host;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/**
 * A file of environment variables on one machine. See systemd.exec(5), EnvironmentFile=.
 *
 * @param variables those that it sets, in the order of reading; of one name the last counts
 * @param ignored the lines that systemd ignores
 */
public record EnvironmentFile(List<Variable> variables, List<Line> ignored) {
  private static final int MAX_BYTES = 1 << 20;

  public EnvironmentFile {
    variables = List.copyOf(variables);
    ignored = List.copyOf(ignored);
  }

  /**
   * A variable.
   *
   * @param value without quotes
   * @param line where it begins, from 1
   */
  public record Variable(String name, String value, int line) {}

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
      String text = Utf8.decode(tree.read(resolved.path(), MAX_BYTES));
      return Optional.of(new EnvironmentReader(text).read());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
