package org.unitlint.host.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unitlint.host.Programs;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;

/** Which checkers of file systems a machine has. */
final class Fsck {
  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");

  /** Links that stand for no checker; a link to {@code /bin/true} counts, which is a slip. */
  private static final Set<String> DUMMIES = Set.of("/usr/bin/true", "/dev/null");

  private final FileTree tree;
  private final Programs programs;
  private final Map<String, Boolean> known = new HashMap<>();

  Fsck(FileTree tree) {
    this.tree = tree;
    this.programs = Programs.of(tree);
  }

  /** Whether a file system of that type can be checked; empty or {@code auto} for any type. */
  boolean checks(String type) {
    boolean any = type.isEmpty() || type.equals("auto");
    return isThere("fsck") && (any || !type.contains("/") && isThere("fsck." + Bytes.text(type)));
  }

  private boolean isThere(String program) {
    return known.computeIfAbsent(program, this::look);
  }

  private boolean look(String program) {
    for (String folder : FOLDERS) {
      var answer = programs.at(folder + "/" + program);
      if (answer == Programs.Answer.FOUND || answer == Programs.Answer.UNKNOWN) {
        return !isDummy(folder + "/" + program);
      }
    }
    return false;
  }

  private boolean isDummy(String path) {
    var node = tree.node(path);
    return node.is(Node.Kind.LINK) && DUMMIES.contains(node.target());
  }
}
