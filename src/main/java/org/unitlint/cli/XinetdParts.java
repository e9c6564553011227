package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
 * neighbours below {@code /etc}, and below the root for includes that are relative; one of a folder
 * {@code xinetd.d} in {@code /etc/xinetd.d}.
 */
final class XinetdParts {
  private static final int MAX_BYTES = 4 << 20;

  /** Most files of a folder include nothing, and need not be parsed to see that. */
  private static final Pattern INCLUDE = Pattern.compile("(?i)include");

  private final Optional<FileTree> root;
  private final Setup setup;
  private final Map<String, XinetdPath> named = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> neighbours = new HashMap<>();

  private XinetdParts(List<XinetdPath> named, Optional<FileTree> root, Setup setup) {
    this.root = root;
    this.setup = setup;
    named.forEach(f -> this.named.putIfAbsent(f.path(), f));
  }

  /**
   * The files, in parts that can be checked at once.
   *
   * @param root the machine on which they are judged
   */
  static List<Inputs.Part> of(List<XinetdPath> named, Optional<FileTree> root, Setup setup) {
    return new XinetdParts(named, root, setup).parts();
  }

  /** A main file and those that belong to it. */
  private record Group(Optional<Origin> main, List<XinetdPath> files) {}

  private List<Inputs.Part> parts() {
    var groups = new LinkedHashMap<String, Group>();
    for (XinetdPath file : named.values()) {
      var main = main(file);
      String key = main.map(Origin::path).orElseGet(() -> key(file));
      groups.computeIfAbsent(key, k -> new Group(main, new ArrayList<>())).files().add(file);
    }
    return groups.values().stream().map(this::part).toList();
  }

  private String key(XinetdPath file) {
    return file.kind() == XinetdPath.Kind.FRAGMENT ? file.folder() + "/*" : file.path();
  }

  /** The main file that reads the file: one that is named, or the {@code xinetd.conf} beside it. */
  private Optional<Origin> main(XinetdPath file) {
    var reader =
        named.values().stream()
            .filter(f -> Paths.name(f.path()).equals(XinetdPath.MAIN))
            .filter(f -> f.path().equals(file.path()) || includes(f.tree(), f.path(), file.path()))
            .findFirst();
    if (reader.isPresent()) {
      return Optional.of(new Origin(reader.get().tree(), reader.get().path()));
    }
    String beside = Paths.join(file.folder(), XinetdPath.MAIN);
    if (root.isEmpty() && includes(file.tree(), beside, file.path())) {
      return Optional.of(new Origin(file.tree(), beside));
    }
    boolean own = file.kind() == XinetdPath.Kind.MAIN;
    return own ? Optional.of(new Origin(file.tree(), file.path())) : Optional.empty();
  }

  private static boolean isInetd(XinetdPath file) {
    return file.kind() == XinetdPath.Kind.INETD;
  }

  /** The file at the path; if somebody named it, as they call it. */
  private Origin origin(FileTree tree, String path) {
    var own = Optional.ofNullable(named.get(path));
    return LinkedFile.of(new Origin(own.map(XinetdPath::tree).orElse(tree), path));
  }

  private boolean includes(FileTree tree, String conf, String path) {
    return neighbours(tree, conf).containsKey(path);
  }

  /**
   * What a main file includes that lies beside or below it: for the paths in the tree those below
   * its folder.
   */
  private Map<String, String> neighbours(FileTree tree, String conf) {
    return neighbours.computeIfAbsent(conf, c -> below(tree, c));
  }

  private static Map<String, String> below(FileTree tree, String conf) {
    var found = new TreeMap<String, String>();
    var open = new ArrayDeque<>(List.of(conf));
    while (!open.isEmpty()) {
      var more = new TreeMap<String, String>();
      includes(tree, open.remove()).forEach(i -> add(more, tree, Paths.parent(conf), i));
      more.forEach(
          (path, below) -> {
            if (found.putIfAbsent(path, below) == null) {
              open.add(path);
            }
          });
    }
    return found;
  }

  private static List<XinetdInclude> includes(FileTree tree, String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return List.of();
    }
    try {
      var source = Source.of(path, tree.read(resolved.path(), MAX_BYTES));
      if (!INCLUDE.matcher(source.text()).find()) {
        return List.of();
      }
      return XinetdFile.parse(source).items().stream()
          .filter(XinetdInclude.class::isInstance)
          .map(XinetdInclude.class::cast)
          .toList();
    } catch (IOException e) {
      return List.of();
    }
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
              c -> found.put(Paths.join(path, c), Paths.join(Paths.normalize("/" + below), c)));
    } else if (!include.folder() && !resolved.node().is(Node.Kind.MISSING)) {
      found.put(path, Paths.normalize("/" + below));
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
      var origin = origin(file.tree(), file.path());
      if (isInetd(file)) {
        laid.put(XinetdSetup.INETD_FILE, origin);
      } else if (group.main().isEmpty()) {
        laid.put("/etc/" + XinetdPath.FRAGMENTS + "/" + Paths.name(file.path()), origin);
      }
    }
    if (group.main().isEmpty() && !isRead(laid)) {
      base.file(XinetdSetup.MAIN_FILE, "includedir /etc/" + XinetdPath.FRAGMENTS + "\n");
      base.folder("/etc/" + XinetdPath.FRAGMENTS);
    }
    if (group.files().stream().anyMatch(XinetdParts::isInetd)) {
      base.file("/etc/default/xinetd", "INETD_COMPAT=Yes\n");
    }
    var asked = new TreeSet<String>();
    group.files().forEach(f -> asked.add(origin(f.tree(), f.path()).path()));
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

  /** Whether the main file of the machine reads one of these fragments. */
  private boolean isRead(Map<String, Origin> fragments) {
    return root.map(r -> below(new OverlayTree(r, fragments), XinetdSetup.MAIN_FILE))
        .filter(read -> !Collections.disjoint(read.keySet(), fragments.keySet()))
        .isPresent();
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

  private void lay(Origin main, Map<String, Origin> laid) {
    laid.put(XinetdSetup.MAIN_FILE, LinkedFile.of(main));
    neighbours(main.tree(), main.path())
        .forEach(
            (path, below) -> {
              var origin = origin(main.tree(), path);
              laid.put("/etc" + below, origin);
              laid.put(below, origin);
            });
  }
}
