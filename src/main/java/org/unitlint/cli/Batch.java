package org.unitlint.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that are checked in one go: no two of them have the same name. The files of one folder stay
 * together, so that a unit keeps its own drop-ins.
 *
 * @param context folders that belong to other batches and hide nothing of this one
 */
record Batch(List<NamedFile> files, List<String> context) {
  /** The files, each once, in as few batches as their names allow. */
  static List<Batch> of(List<NamedFile> files) {
    var groups = groups(files);
    var batches = new ArrayList<Batch>();
    for (var waiting = groups; !waiting.isEmpty(); ) {
      var taken = new ArrayList<NamedFile>();
      var names = new HashSet<String>();
      var later = new ArrayList<List<NamedFile>>();
      for (List<NamedFile> group : waiting) {
        if (Collections.disjoint(names, names(group))) {
          names.addAll(names(group));
          taken.addAll(group);
        } else {
          later.add(group);
        }
      }
      batches.add(new Batch(taken, context(groups, names)));
      waiting = later;
    }
    return batches;
  }

  /** By folder; a name that a folder has twice starts a group of its own. */
  private static List<List<NamedFile>> groups(List<NamedFile> files) {
    var byFolder = new LinkedHashMap<String, List<NamedFile>>();
    var paths = new HashSet<String>();
    for (NamedFile file : files) {
      if (paths.add(file.path())) {
        byFolder.computeIfAbsent(file.folder(), f -> new ArrayList<>()).add(file);
      }
    }
    var groups = new ArrayList<List<NamedFile>>();
    for (List<NamedFile> group : byFolder.values()) {
      var names = new HashSet<String>();
      var first = new ArrayList<NamedFile>();
      for (NamedFile file : group) {
        if (names.add(file.installName())) {
          first.add(file);
        } else {
          groups.add(List.of(file));
        }
      }
      groups.add(first);
    }
    return groups;
  }

  private static Set<String> names(List<NamedFile> group) {
    var names = new HashSet<String>();
    group.forEach(f -> names.add(f.installName()));
    return names;
  }

  private static List<String> context(List<List<NamedFile>> groups, Set<String> names) {
    var folders = new LinkedHashSet<String>();
    for (List<NamedFile> group : groups) {
      if (Collections.disjoint(names, names(group))) {
        folders.add(group.get(0).folder());
      }
    }
    return List.copyOf(folders);
  }
}
