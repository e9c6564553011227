package org.unitlint.host;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * Finds the files beside a unit that add to it, in systemd's own order. See systemd.unit(5), and
 * shared/dropin.
 */
final class DropIns {
  private static final Set<String> LEFTOVERS =
      Set.of(
          "rpmnew",
          "rpmsave",
          "rpmorig",
          "dpkg-old",
          "dpkg-new",
          "dpkg-tmp",
          "dpkg-dist",
          "dpkg-bak",
          "dpkg-backup",
          "dpkg-remove",
          "ucf-new",
          "ucf-old",
          "ucf-dist",
          "swp",
          "bak",
          "old",
          "new");

  private final FileTree tree;
  private final UnitDirs dirs;
  private final Map<String, List<String>> entries = new ConcurrentHashMap<>();

  DropIns(FileTree tree, UnitDirs dirs) {
    this.tree = tree;
    this.dirs = dirs;
  }

  /** The drop-ins of a unit: sorted by file name; of equal names the first folder's. */
  List<String> find(UnitName name, SortedSet<String> names) {
    return files(folders(name, names, ".d"), true);
  }

  /** The entries of its {@code .wants} or like folders, sorted by name. */
  List<String> entries(UnitName name, SortedSet<String> names, String suffix) {
    return entries.computeIfAbsent(
        name + suffix, k -> List.copyOf(files(folders(name, names, suffix), false)));
  }

  /** The folders that add to the unit, the strongest first. */
  private List<String> folders(UnitName name, SortedSet<String> names, String suffix) {
    var found = new LinkedHashSet<String>();
    byName(name, suffix, found);
    for (String alias : names) {
      if (!alias.equals(name.toString())) {
        UnitName.parse(alias).ifPresent(a -> byName(a, suffix, found));
      }
    }
    found.addAll(dirs.folders(name.type().suffix() + suffix));
    return List.copyOf(found);
  }

  /** For each folder of the search path, first those of the whole name, then ever shorter ones. */
  private void byName(UnitName name, String suffix, Set<String> found) {
    if (!dirs.hasFolders(suffix)) {
      return;
    }
    var there = new ArrayList<List<String>>(2);
    for (String candidate : levels(name)) {
      var folders = dirs.folders(candidate + suffix);
      if (!folders.isEmpty()) {
        there.add(folders);
      }
    }
    if (there.isEmpty()) {
      return;
    }
    for (String dir : dirs.searchPath()) {
      for (List<String> folders : there) {
        for (String folder : folders) {
          if (Paths.parent(folder).equals(dir)) {
            found.add(folder);
          }
        }
      }
    }
  }

  /** The name, its template, and both cut after each dash. */
  static Set<String> levels(UnitName name) {
    var levels = new LinkedHashSet<String>();
    if (name.isTemplate()) {
      addLevels(name.withInstance("any"), levels);
      levels.removeIf(l -> l.endsWith("@any." + name.type().suffix()));
    } else {
      addLevels(name, levels);
    }
    return levels;
  }

  /** As in systemd the template's prefixes stand without {@code @}. */
  private static void addLevels(UnitName name, Set<String> levels) {
    levels.add(name.toString());
    if (name.isInstance()) {
      addLevels(name.template(), levels);
    }
    var instance = name.instance().filter(i -> !i.isEmpty());
    shorter(name.prefix())
        .ifPresent(p -> addLevels(new UnitName(p, instance, name.type()), levels));
  }

  /** {@code a-b-c} to {@code a-b-}, that to {@code a-}, that to nothing. */
  private static Optional<String> shorter(String prefix) {
    int end = prefix.length();
    while (true) {
      int dash = prefix.lastIndexOf('-', end - 1);
      if (dash < 1) {
        return Optional.empty();
      }
      if (dash + 1 < end) {
        return Optional.of(prefix.substring(0, dash + 1));
      }
      end = dash;
    }
  }

  private List<String> files(List<String> folders, boolean dropIns) {
    var byName = new TreeMap<String, String>();
    for (String folder : folders) {
      for (String file : children(folder)) {
        if (isCandidate(folder, file, dropIns)) {
          byName.putIfAbsent(file, Paths.join(folder, file));
        }
      }
    }
    return new ArrayList<>(byName.values());
  }

  private boolean isCandidate(String folder, String file, boolean dropIns) {
    if (isHidden(file) || dropIns && !file.endsWith(".conf")) {
      return false;
    }
    var node = tree.node(Paths.join(Paths.resolve(tree, folder).path(), file));
    return !node.is(Node.Kind.FOLDER) && !node.is(Node.Kind.SPECIAL);
  }

  List<String> children(String folder) {
    try {
      return tree.children(Paths.resolve(tree, folder).path());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Whether systemd skips the file as hidden, a backup, or left over from a package. */
  static boolean isHidden(String file) {
    int dot = file.lastIndexOf('.');
    return file.startsWith(".")
        || file.endsWith("~")
        || file.equals("lost+found")
        || dot > 0 && LEFTOVERS.contains(file.substring(dot + 1));
  }
}
