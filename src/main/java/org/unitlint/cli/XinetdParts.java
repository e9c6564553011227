package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.host.Setup;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;
import org.unitlint.source.OverlayTree;
import org.unitlint.source.OverlayTree.Origin;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdFile;
import org.unitlint.syntax.XinetdInclude;

/**
 * Lays files of xinetd where it would read them: a main file at {@code /etc/xinetd.conf}, with its
 * neighbours below {@code /etc}, and below the root for includes that are relative.
 */
final class XinetdParts {
  private static final int MAX_BYTES = 4 << 20;

  private final Optional<FileTree> root;
  private final Setup setup;
  private final List<XinetdPath> named;

  private XinetdParts(List<XinetdPath> named, Optional<FileTree> root, Setup setup) {
    this.named = named;
    this.root = root;
    this.setup = setup;
  }

  /**
   * The files, in parts that can be checked at once.
   *
   * @param root the machine on which they are judged
   */
  static List<Inputs.Part> of(List<XinetdPath> named, Optional<FileTree> root, Setup setup) {
    return new XinetdParts(distinct(named), root, setup).parts();
  }

  private static List<XinetdPath> distinct(List<XinetdPath> named) {
    var byPath = new LinkedHashMap<String, XinetdPath>();
    named.forEach(f -> byPath.putIfAbsent(f.path(), f));
    return List.copyOf(byPath.values());
  }

  /** A main file and those that belong to it. */
  private record Group(Optional<Origin> main, List<XinetdPath> files) {}

  private List<Inputs.Part> parts() {
    var groups = new LinkedHashMap<String, Group>();
    for (XinetdPath file : named) {
      var main = main(file);
      String key = main.map(Origin::path).orElseGet(() -> key(file));
      groups.computeIfAbsent(key, k -> new Group(main, new ArrayList<>())).files().add(file);
    }
    return groups.values().stream().map(this::part).toList();
  }

  private String key(XinetdPath file) {
    return file.kind() == XinetdPath.Kind.FRAGMENT ? file.folder() + "/*" : file.path();
  }

  /** The main file that reads the file: the nearest {@code xinetd.conf}, else itself. */
  private Optional<Origin> main(XinetdPath file) {
    String conf = Paths.join(file.folder(), XinetdPath.MAIN);
    boolean reads =
        file.path().equals(conf)
            || (root.isEmpty() || isNamed(conf)) && includes(file.tree(), conf, file.path());
    if (reads) {
      return Optional.of(new Origin(file.tree(), conf));
    }
    boolean own = file.kind() == XinetdPath.Kind.MAIN || root.isPresent() && !isInetd(file);
    return own ? Optional.of(new Origin(file.tree(), file.path())) : Optional.empty();
  }

  private static boolean isInetd(XinetdPath file) {
    return file.kind() == XinetdPath.Kind.INETD;
  }

  private boolean isNamed(String path) {
    return named.stream().anyMatch(f -> f.path().equals(path));
  }

  private static boolean includes(FileTree tree, String conf, String path) {
    return neighbours(tree, conf).containsValue(path);
  }

  /**
   * What a main file includes that lies beside it: the paths in the tree, by those below its
   * folder.
   */
  private static Map<String, String> neighbours(FileTree tree, String conf) {
    var found = new TreeMap<String, String>();
    var resolved = Paths.resolve(tree, conf);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return found;
    }
    try {
      var source = Source.of(conf, tree.read(resolved.path(), MAX_BYTES));
      for (var item : XinetdFile.parse(source).items()) {
        if (item instanceof XinetdInclude include) {
          add(found, tree, Paths.parent(conf), include);
        }
      }
    } catch (IOException e) {
      return found;
    }
    return found;
  }

  private static void add(
      Map<String, String> found, FileTree tree, String folder, XinetdInclude include) {
    String written = include.path().text();
    String below = written.startsWith("/etc/") ? written.substring("/etc/".length()) : written;
    if (below.startsWith("/") || below.isEmpty()) {
      return;
    }
    String path = Paths.normalize(Paths.join(folder, below));
    if (!path.startsWith(folder.equals("/") ? "/" : folder + "/")) {
      return;
    }
    var resolved = Paths.resolve(tree, path);
    if (include.folder() && resolved.node().is(Node.Kind.FOLDER)) {
      children(tree, resolved.path())
          .forEach(
              c -> found.put(Paths.join(Paths.normalize("/" + below), c), Paths.join(path, c)));
    } else if (!include.folder() && !resolved.node().is(Node.Kind.MISSING)) {
      found.put(Paths.normalize("/" + below), path);
    }
  }

  private static List<String> children(FileTree tree, String folder) {
    try {
      return tree.children(folder);
    } catch (IOException e) {
      return List.of();
    }
  }

  private Inputs.Part part(Group group) {
    var laid = new TreeMap<String, Origin>();
    var base = new MemoryTree();
    group.main().ifPresent(main -> lay(main, laid));
    for (XinetdPath file : group.files()) {
      var origin = new Origin(file.tree(), file.path());
      if (isInetd(file)) {
        laid.put(XinetdSetup.INETD_FILE, origin);
      } else if (!laid.containsValue(origin)) {
        laid.put("/etc/" + XinetdPath.FRAGMENTS + "/" + Paths.name(file.path()), origin);
      }
    }
    if (group.main().isEmpty()) {
      base.file(XinetdSetup.MAIN_FILE, "includedir /etc/" + XinetdPath.FRAGMENTS + "\n");
      base.folder("/etc/" + XinetdPath.FRAGMENTS);
    }
    if (group.files().stream().anyMatch(XinetdParts::isInetd)) {
      base.file("/etc/default/xinetd", "INETD_COMPAT=Yes\n");
    }
    var asked = new TreeSet<String>();
    group.files().forEach(f -> asked.add(f.path()));
    var paths = new TreeMap<String, String>();
    laid.forEach(
        (path, origin) -> {
          if (asked.contains(origin.path())) {
            paths.put(path, Inputs.host(origin));
          }
        });
    var below = root.isEmpty() ? base : new OverlayTree(root.get(), laidBy(base));
    var over = new OverlayTree(below, laid);
    return new Inputs.Part(over, setup, Optional.empty(), paths);
  }

  /** The few files of a tree in memory, to be laid over a root. */
  private static Map<String, Origin> laidBy(MemoryTree tree) {
    var laid = new TreeMap<String, Origin>();
    for (String path : List.of(XinetdSetup.MAIN_FILE, "/etc/default/xinetd")) {
      if (tree.node(path).is(Node.Kind.FILE)) {
        laid.put(path, new Origin(tree, path));
      }
    }
    return laid;
  }

  private static void lay(Origin main, Map<String, Origin> laid) {
    laid.put(XinetdSetup.MAIN_FILE, main);
    neighbours(main.tree(), main.path())
        .forEach(
            (below, path) -> {
              var origin = new Origin(main.tree(), path);
              laid.put("/etc" + below, origin);
              laid.put(below, origin);
            });
  }
}
