package org.unitlint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** A file of xinetd that the user named, or that lies in a folder that the user named. */
record XinetdPath(FileTree tree, String path, Kind kind) {
  static final String FRAGMENTS = "xinetd.d";
  static final String MAIN = "xinetd.conf";
  private static final String INETD = "inetd.conf";
  private static final int MAX_LOOK_BYTES = 1 << 16;
  private static final List<String> ENDINGS = List.of(".xinetd", ".xinetd.in", ".xinetd.conf");

  /** The head of an entry or an include, or a lone brace and an attribute of nothing else. */
  private static final Pattern KNOWN_LINES =
      Pattern.compile(
          "(?mi)^[ \\t]*(service([ \\t]+\\S+)?|defaults|include(dir)?[ \\t]+/\\S+)"
              + "[ \\t]*\\{?[ \\t\\r]*$"
              + "|\\A(?=[^\\x00]*^[ \\t]*\\{[ \\t\\r]*$)[^\\x00]*^[ \\t]*"
              + "(socket_type|protocol|wait|server|server_args|disable|only_from|log_type)\\b");

  /** The head of an entry and its brace, as hardly any other file has them. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?mi)^[ \\t]*(service[ \\t]+\\S+|defaults)[ \\t\\r]*\\n[ \\t]*\\{[ \\t\\r]*$");

  /** What such files are. */
  enum Kind {
    /** One that xinetd can be started with. */
    MAIN,
    /** One of a folder that another one includes. */
    FRAGMENT,
    /** inetd.conf, which xinetd may read too. */
    INETD
  }

  /** Where it lies on a machine; what is not called {@code xinetd.conf} is included by that. */
  String installPath() {
    String name = Paths.name(path);
    if (name.equals(MAIN)) {
      return XinetdSetup.MAIN_FILE;
    }
    // xinetd leaves out files with a dot in their names.
    return kind == Kind.INETD
        ? XinetdSetup.INETD_FILE
        : "/etc/" + FRAGMENTS + "/" + name.replaceFirst("\\..*", "");
  }

  /** The file by its name, else by its content; empty for others. */
  static Optional<XinetdPath> of(FileTree tree, String path) {
    return named(tree, path).or(() -> byContent(tree, path, KNOWN_LINES));
  }

  /** As {@link #of}, for a file that nobody named: what has no ending must hold a whole entry. */
  static Optional<XinetdPath> found(FileTree tree, String path) {
    var file = named(tree, path);
    boolean plain = Paths.name(path).indexOf('.') < 0;
    return file.isPresent() || !plain ? file : byContent(tree, path, ENTRY);
  }

  /** The file by its name alone. */
  static Optional<XinetdPath> named(FileTree tree, String path) {
    String name = Paths.name(path);
    if (name.equals(MAIN) || ENDINGS.stream().anyMatch(name::endsWith)) {
      return Optional.of(new XinetdPath(tree, path, Kind.MAIN));
    }
    if (name.equals(INETD)) {
      return Optional.of(new XinetdPath(tree, path, Kind.INETD));
    }
    return Paths.name(Paths.parent(path)).equals(FRAGMENTS)
        ? Optional.of(new XinetdPath(tree, path, Kind.FRAGMENT))
        : Optional.empty();
  }

  private static Optional<XinetdPath> byContent(FileTree tree, String path, Pattern pattern) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      String text = Utf8.decode(tree.read(resolved.path(), MAX_LOOK_BYTES));
      return pattern.matcher(text).find()
          ? Optional.of(new XinetdPath(tree, path, Kind.MAIN))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The folder whose files it may include by paths below {@code /etc}. */
  String folder() {
    String folder = Paths.parent(path);
    return kind == Kind.FRAGMENT ? Paths.parent(folder) : folder;
  }
}
