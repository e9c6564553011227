package org.unitlint.host.generate;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** The files that the generators read. */
final class Root {
  private static final int MAX_BYTES = 4 << 20;

  private final FileTree tree;
  private final Map<Source, String> paths = new IdentityHashMap<>();

  Root(FileTree tree) {
    this.tree = tree;
  }

  FileTree tree() {
    return tree;
  }

  /** The path of a source that came from here. */
  String path(Source source) {
    return paths.getOrDefault(source, "");
  }

  private Source known(String path, Source source) {
    paths.put(source, path);
    return source;
  }

  /** The file at the path, links followed; empty for none that can be read. */
  Optional<Source> read(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = tree.read(resolved.path(), MAX_BYTES);
      return Optional.of(known(path, Source.of(tree.display(path), bytes)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What is at the path, links followed. */
  Node node(String path) {
    return Paths.resolve(tree, path).node();
  }

  /** What is at the path itself, be it a link. */
  Node nodeItself(String path) {
    return Paths.resolve(tree, path, false).node();
  }

  /** The names in the folder, links followed; none for one that cannot be read. */
  List<String> children(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FOLDER)) {
      return List.of();
    }
    try {
      return tree.children(resolved.path());
    } catch (IOException e) {
      return List.of();
    }
  }

  /** An empty source that stands for a file or link as such. */
  Place named(String path) {
    return known(path, Source.of(tree.display(path), "")).whole();
  }
}
