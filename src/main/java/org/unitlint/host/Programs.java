package org.unitlint.host;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** The programs of a machine: files of its tree, and those its {@code executables.txt} names. */
public final class Programs {
  private static final List<String> FOLDERS =
      List.of("/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin");
  private static final int MAX_SCRIPT_LINE = 512;

  private final FileTree tree;
  private final boolean known;
  private ListedTree listed;

  Programs(FileTree tree, boolean known) {
    this.tree = tree;
    this.known = known;
  }

  /** The programs of the whole machine whose files the tree holds. */
  public static Programs of(FileTree tree) {
    return new Programs(tree, true);
  }

  /** What can be said of a program. */
  public enum Answer {
    FOUND,
    MISSING,
    NOT_EXECUTABLE,
    /** A folder. */
    FOLDER,
    /** Nothing is known of this machine's programs. */
    UNKNOWN
  }

  /** What is at the absolute path of a program. */
  public Answer at(String path) {
    if (!known) {
      return Answer.UNKNOWN;
    }
    var resolved = Paths.resolve(listed(), path);
    var node = resolved.node();
    boolean read = !tree.node(resolved.path()).is(Node.Kind.MISSING);
    boolean sure = read || listed().knowsPrograms(resolved.path());
    return switch (node.kind()) {
      case FILE -> node.executable() ? Answer.FOUND : sure ? Answer.NOT_EXECUTABLE : Answer.UNKNOWN;
      case FOLDER -> Answer.FOLDER;
      case MISSING -> sure ? Answer.MISSING : Answer.UNKNOWN;
      default -> Answer.UNKNOWN;
    };
  }

  /** The first folder's answer for a bare name; {@code folders} may be empty for systemd's own. */
  public Answer named(String name, List<String> folders) {
    if (!known) {
      return Answer.UNKNOWN;
    }
    var worst = Answer.MISSING;
    for (String folder : folders.isEmpty() ? FOLDERS : folders) {
      var answer = at(Paths.join(Paths.normalize(folder), name));
      if (answer == Answer.FOUND || answer == Answer.UNKNOWN) {
        return answer;
      }
      if (answer == Answer.NOT_EXECUTABLE) {
        worst = answer;
      }
    }
    return worst;
  }

  /** Where else a program of that name is: in the first of systemd's own folders that has it. */
  public Optional<String> elsewhere(String name) {
    return known
        ? FOLDERS.stream()
            .map(folder -> Paths.join(folder, name))
            .filter(path -> at(path) == Answer.FOUND)
            .findFirst()
        : Optional.empty();
  }

  /**
   * The names of all that is in the folder, sorted; {@link #at} tells which are programs. None
   * where nothing is known of this machine's programs.
   */
  public SortedSet<String> names(String folder) {
    if (!known) {
      return Collections.emptySortedSet();
    }
    var resolved = Paths.resolve(listed(), folder);
    var names = new TreeSet<>(listed().listedNames(resolved.path()));
    try {
      if (tree.node(resolved.path()).is(Node.Kind.FOLDER)) {
        names.addAll(tree.children(resolved.path()));
      }
    } catch (IOException e) {
      return names;
    }
    return names;
  }

  /** The folders in which systemd looks for programs. */
  public static List<String> folders() {
    return FOLDERS;
  }

  /** Whether anything at all is at the absolute path; empty where that cannot be known. */
  public Optional<Boolean> exists(String path) {
    return known
        ? Optional.of(!Paths.resolve(listed(), path).node().is(Node.Kind.MISSING))
        : Optional.empty();
  }

  /** The interpreter that the script at the path asks for; empty for what is no script. */
  public Optional<String> interpreter(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!known || !resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      return interpreterOf(Utf8.decode(tree.read(resolved.path(), MAX_SCRIPT_LINE)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> interpreterOf(String start) {
    if (!start.startsWith("#!")) {
      return Optional.empty();
    }
    String line =
        start.substring(2, start.indexOf('\n') < 0 ? start.length() : start.indexOf('\n'));
    String word = line.strip().split("[ \t\r]", 2)[0];
    return word.startsWith("/") ? Optional.of(word) : Optional.empty();
  }

  private synchronized ListedTree listed() {
    if (listed == null) {
      listed = ListedTree.over(tree);
    }
    return listed;
  }
}
