package org.unitlint.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.catalog.UnitType;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * What the folders of the search path hold: which file or other name each name leads to. Follows
 * systemd's map of unit names (shared/unit-file), step by step.
 */
final class UnitDirs {
  private static final int MAX_ALIASES = 8;
  private static final List<String> FOLDER_SUFFIXES =
      List.of(".d", ".wants", ".requires", ".upholds");

  private final FileTree tree;
  private final List<String> wanted;
  private final List<String> searchPath;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, Set<String>> names = new HashMap<>();
  private final Map<String, List<String>> folders = new TreeMap<>();
  private final Set<String> suffixes = new HashSet<>();
  private final SortedMap<String, UnitLink> links = new TreeMap<>();
  private final List<Trouble> troubles = new ArrayList<>();

  UnitDirs(FileTree tree, List<String> searchPath) {
    this.tree = tree;
    this.wanted = searchPath;
    this.searchPath = present();
    this.searchPath.forEach(this::scan);
    reverse();
  }

  /** The folders that are there, each once, however many links lead to it. */
  private List<String> present() {
    var seen = new LinkedHashSet<String>();
    var kept = new ArrayList<String>();
    for (String folder : wanted) {
      var resolved = Paths.resolve(tree, folder);
      if (resolved.node().is(Node.Kind.FOLDER) && seen.add(resolved.path())) {
        kept.add(folder);
      } else if (resolved.loop()) {
        troubles.add(new Trouble(Trouble.Kind.LINK_LOOP, folder, ""));
      } else if (resolved.node().is(Node.Kind.UNREADABLE)) {
        troubles.add(new Trouble(Trouble.Kind.UNREADABLE, folder, ""));
      }
    }
    return kept;
  }

  private void scan(String folder) {
    String real = Paths.resolve(tree, folder).path();
    List<String> children;
    try {
      children = tree.children(real);
    } catch (IOException e) {
      troubles.add(new Trouble(Trouble.Kind.UNREADABLE, folder, ""));
      return;
    }
    for (String name : children) {
      entry(folder, real, name);
    }
  }

  private void entry(String folder, String real, String name) {
    String path = Paths.join(folder, name);
    Node node = tree.node(Paths.join(real, name));
    boolean unit = UnitName.parse(name).isPresent();
    boolean folders = node.is(Node.Kind.FOLDER) || leadsToFolder(node, path);
    if (!unit && !folders && looksLikeUnit(name)) {
      troubles.add(new Trouble(Trouble.Kind.BAD_NAME, path, ""));
    }
    switch (node.kind()) {
      case FILE -> {
        if (unit) {
          ids.putIfAbsent(name, path);
        }
      }
      case FOLDER -> folder(path, name);
      case LINK -> {
        if (unit) {
          link(folder, real, name, node.target());
        } else if (folders) {
          folder(path, name);
        }
      }
      default -> {
        if (unit) {
          troubles.add(new Trouble(Trouble.Kind.SPECIAL_FILE, path, ""));
        }
      }
    }
  }

  private void folder(String path, String name) {
    for (String suffix : FOLDER_SUFFIXES) {
      if (name.endsWith(suffix)) {
        folders.computeIfAbsent(name, n -> new ArrayList<>(1)).add(path);
        suffixes.add(suffix);
        return;
      }
    }
    if (UnitName.parse(name).isPresent()) {
      troubles.add(new Trouble(Trouble.Kind.FOLDER, path, ""));
    }
  }

  private boolean leadsToFolder(Node node, String path) {
    return node.is(Node.Kind.LINK) && Paths.resolve(tree, path).node().is(Node.Kind.FOLDER);
  }

  /** Whether the name ends like a unit's in any spelling, though it is none. */
  private static boolean looksLikeUnit(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.indexOf('.') >= 0 && UnitType.ofSuffix(suffix).isPresent();
  }

  /** Step "resolve symlink": an alias, a mask, a linked unit, or a link that is refused. */
  private void link(String folder, String real, String name, String target) {
    String path = Paths.join(folder, name);
    String absolute = target.startsWith("/") ? target : Paths.join(real, target);
    var resolved = Paths.resolve(tree, absolute, false);
    var whole = Paths.resolve(tree, absolute);
    var kind = UnitLink.Kind.ALIAS;
    String targetName = Paths.name(resolved.path());
    boolean inside =
        wanted.stream().anyMatch(dir -> isBelow(resolved.path(), dir))
            || isBelow(resolved.path(), real);
    if (whole.loop()) {
      kind = targetName.equals(name) ? UnitLink.Kind.SELF : UnitLink.Kind.LOOP;
    } else if (resolved.path().equals("/dev/null") || !inside && whole.path().equals("/dev/null")) {
      kind = UnitLink.Kind.MASK;
    } else if (!inside) {
      kind = whole.node().is(Node.Kind.FILE) ? UnitLink.Kind.LINKED : UnitLink.Kind.DANGLING;
      if (!whole.node().is(Node.Kind.FILE) && !whole.node().is(Node.Kind.MISSING)) {
        troubles.add(new Trouble(Trouble.Kind.SPECIAL_FILE, path, whole.path()));
      }
    } else if (AliasRefusal.of(name, targetName).isPresent()) {
      kind = UnitLink.Kind.REFUSED;
    } else if (targetName.equals(name)) {
      kind = UnitLink.Kind.SELF;
    }
    links.put(path, new UnitLink(path, target, resolved.path(), kind, whole.climbed()));
    switch (kind) {
      case ALIAS -> ids.putIfAbsent(name, targetName);
      case MASK, LINKED, DANGLING -> ids.putIfAbsent(name, path);
      default -> {}
    }
  }

  private static boolean isBelow(String path, String folder) {
    return path.startsWith(folder + "/");
  }

  /** Step "reverse database": for each file's name, all names that lead to it. */
  private void reverse() {
    for (String name : new TreeSet<>(ids.keySet())) {
      var path = path(name);
      if (path.isEmpty() || isMask(path.get())) {
        continue;
      }
      String own = Paths.name(path.get());
      var target = UnitName.parse(own);
      boolean enablement =
          target.filter(UnitName::isTemplate).isPresent()
              && UnitName.parse(name).filter(UnitName::isInstance).isPresent();
      if (!enablement) {
        names.computeIfAbsent(own, n -> new TreeSet<>()).add(name);
      }
    }
  }

  /** The file that a name leads to over at most eight aliases; a template's for an instance. */
  Optional<String> path(String name) {
    String id = ids.get(name);
    if (id == null) {
      return Optional.empty();
    }
    for (int i = 0; i < MAX_ALIASES; i++) {
      if (id.startsWith("/")) {
        return Optional.of(id);
      }
      String next = ids.get(id);
      if (next == null) {
        var template = UnitName.parse(id).filter(UnitName::isInstance).map(UnitName::template);
        next = template.map(t -> ids.get(t.toString())).orElse(null);
      }
      if (next == null) {
        return Optional.empty();
      }
      id = next;
    }
    return Optional.empty();
  }

  /** Whether a path is a mask: an empty file, or a link to {@code /dev/null}. */
  boolean isMask(String path) {
    var resolved = Paths.resolve(tree, path);
    return resolved.path().equals("/dev/null")
        || resolved.node().is(Node.Kind.FILE) && resolved.node().size() == 0;
  }

  /** Whether the file that a name leads to is there, be it as a mask. */
  boolean isThere(String path) {
    var resolved = Paths.resolve(tree, path);
    return resolved.node().is(Node.Kind.FILE) || resolved.path().equals("/dev/null");
  }

  /** All names that lead to the file of this name. */
  Set<String> names(String fileName) {
    return names.getOrDefault(fileName, Set.of());
  }

  /** All names that have a file or link. */
  Collection<String> allNames() {
    return Collections.unmodifiableSet(new TreeSet<>(ids.keySet()));
  }

  /** Whether any folder's name ends so. */
  boolean hasFolders(String suffix) {
    return suffixes.contains(suffix);
  }

  /** The folders of that name over the whole search path, in its order. */
  List<String> folders(String name) {
    return folders.getOrDefault(name, List.of());
  }

  /** All folders of drop-ins and of links to wanted units, by name. */
  Map<String, List<String>> folders() {
    return folders;
  }

  /** The links whose names are names of units, by path. */
  Collection<UnitLink> links() {
    return links.values();
  }

  List<Trouble> troubles() {
    return troubles;
  }

  List<String> searchPath() {
    return searchPath;
  }
}
