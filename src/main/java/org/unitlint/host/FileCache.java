package org.unitlint.host;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

/** The unit files and drop-ins of one tree, each read and parsed once; safe for many threads. */
final class FileCache {
  /** More than any unit file has; systemd refuses lines of a mebibyte. */
  static final int MAX_BYTES = 4 << 20;

  private final FileTree tree;
  private final Optional<FileCache> base;
  private final Map<String, Optional<LoadedFile>> files = new ConcurrentHashMap<>();
  private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();
  private final Map<String, Source> empty = new ConcurrentHashMap<>();
  private final Map<String, Source> adopted = new ConcurrentHashMap<>();
  private final Map<Source, String> paths = new ConcurrentHashMap<>();

  FileCache(FileTree tree) {
    this.tree = tree;
    this.base = Optional.empty();
  }

  /** A cache of a tree that holds all of another one, whose files stay what they are. */
  FileCache(FileTree tree, FileCache base) {
    this.tree = tree;
    this.base = Optional.of(base);
  }

  /** The file at the path, links followed; empty where none can be read. */
  Optional<LoadedFile> file(String path) {
    var known = base.filter(b -> !b.tree.node(path).is(Node.Kind.MISSING));
    return known.isPresent() ? known.get().file(path) : files.computeIfAbsent(path, this::read);
  }

  /** Takes the source for that of the path from now on, as somebody else read it. */
  void adopt(String path, Source source) {
    adopted.put(path, source);
    paths.put(source, path);
  }

  private Optional<LoadedFile> read(String path) {
    var read = Optional.ofNullable(adopted.get(path));
    if (read.isPresent()) {
      return Optional.of(new LoadedFile(path, UnitFile.parse(read.get())));
    }
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      if (resolved.node().is(Node.Kind.UNREADABLE)) {
        troubles.put(path, new Trouble(Trouble.Kind.UNREADABLE, path, ""));
      }
      return Optional.empty();
    }
    try {
      byte[] bytes = tree.read(resolved.path(), MAX_BYTES);
      if (resolved.node().size() > MAX_BYTES) {
        troubles.put(path, new Trouble(Trouble.Kind.TOO_LARGE, path, ""));
      }
      var source = Source.of(tree.display(path), bytes);
      paths.put(source, path);
      return Optional.of(new LoadedFile(path, UnitFile.parse(source)));
    } catch (IOException e) {
      troubles.put(path, new Trouble(Trouble.Kind.UNREADABLE, path, ""));
      return Optional.empty();
    }
  }

  /** The text of the file at the path; an empty one for what is no file that can be read. */
  Source source(String path) {
    return file(path).map(f -> f.tree().source()).orElseGet(() -> emptySource(path));
  }

  /** An empty text that stands for the file, link or folder at the path as such. */
  Source emptySource(String path) {
    if (base.isPresent()) {
      return base.get().emptySource(path);
    }
    var source = empty.computeIfAbsent(path, p -> Source.of(tree.display(p), ""));
    paths.put(source, path);
    return source;
  }

  /** The path of a source that came from here. */
  Optional<String> path(Source source) {
    return Optional.ofNullable(paths.get(source)).or(() -> base.flatMap(b -> b.path(source)));
  }

  /** What could not be read so far, by path. */
  Map<String, Trouble> troubles() {
    return troubles;
  }
}
