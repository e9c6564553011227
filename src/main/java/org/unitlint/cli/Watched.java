package org.unitlint.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.source.Paths;

/**
 * The files that a check depends on: those that are named with all beside them, the folders of
 * units of a root with what lies in its {@code etc}, and configurations.
 *
 * @param places each folder or file, and how many levels below it count
 */
record Watched(Map<Path, Integer> places) {
  private static final List<String> OF_ROOTS = List.of("/", "/etc");
  private static final String NONE = "none";
  private static final List<String> BELOW_ROOTS = List.of("/etc/xinetd.d", "/etc/init.d");

  /** What the check of these words looks at. */
  static Watched of(List<String> paths, Lookup lookup, List<String> files) throws Trouble {
    var terminal = lookup.terminal();
    var places = new LinkedHashMap<Path, Integer>();
    if (lookup.root().isPresent() || paths.isEmpty()) {
      addRoot(terminal.path(lookup.root().orElse("/")), lookup, places);
    }
    for (String word : paths) {
      var path = terminal.path(word).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        boolean root = lookup.root().isEmpty() && isRoot(path);
        if (root) {
          addRoot(path, lookup, places);
        } else {
          places.put(path, Integer.MAX_VALUE);
        }
      } else {
        places.merge(path.getParent(), 2, Math::max);
      }
      configurations(path).forEach(c -> places.putIfAbsent(c, 0));
    }
    for (String file : files) {
      places.putIfAbsent(terminal.path(file).toAbsolutePath().normalize(), 0);
    }
    return new Watched(places);
  }

  private static boolean isRoot(Path folder) {
    return List.of("etc/systemd", "usr/lib/systemd", "lib/systemd").stream()
        .anyMatch(f -> Files.isDirectory(folder.resolve(f)));
  }

  private static void addRoot(Path root, Lookup lookup, Map<Path, Integer> places) {
    lookup.scope().searchPath().forEach(f -> places.put(below(root, f), Integer.MAX_VALUE));
    OF_ROOTS.forEach(f -> places.putIfAbsent(below(root, f), 1));
    BELOW_ROOTS.forEach(f -> places.put(below(root, f), 1));
    configurations(root.toAbsolutePath().normalize()).forEach(c -> places.putIfAbsent(c, 0));
  }

  private static Path below(Path root, String path) {
    return root.resolve(Paths.normalize(path).substring(1)).toAbsolutePath().normalize();
  }

  private static List<Path> configurations(Path path) {
    var files = new ArrayList<Path>();
    for (var folder = path; folder != null; folder = folder.getParent()) {
      files.add(folder.resolve(Configuration.FILE));
    }
    return files;
  }

  /**
   * How files look.
   *
   * @param files size and time of each
   * @param folders those in which files may come and go
   */
  record Look(SortedMap<Path, String> files, TreeSet<Path> folders) {
    /** How many files there are. */
    long count() {
      return files.values().stream().filter(f -> !f.equals(NONE)).count();
    }
  }

  /** How they look now; hidden folders are left out. */
  Look look() {
    var look = new Look(new TreeMap<>(), new TreeSet<>());
    for (var place : places.entrySet()) {
      try {
        Files.walkFileTree(
            place.getKey(),
            EnumSet.of(FileVisitOption.FOLLOW_LINKS),
            place.getValue(),
            new Visitor(place.getKey(), look));
      } catch (IOException e) {
        // The visitor lets nothing fail.
        throw new IllegalStateException(e);
      }
    }
    return look;
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {
    private final Path start;
    private final Look look;

    Visitor(Path start, Look look) {
      this.start = start;
      this.look = look;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      String name = String.valueOf(folder.getFileName());
      boolean hidden = name.startsWith(".") || name.equals("node_modules");
      if (hidden && !folder.equals(start)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      look.folders.add(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String kind = attributes.isDirectory() ? "folder" : String.valueOf(attributes.size());
      String time = attributes.isDirectory() ? "" : String.valueOf(attributes.lastModifiedTime());
      look.files.put(file, kind + " " + time + " " + attributes.fileKey());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
      look.files.put(file, NONE);
      return FileVisitResult.CONTINUE;
    }
  }
}
