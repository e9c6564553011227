package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.FileTree;
import org.unitlint.source.Paths;

/** A folder that the user named: the files to check at any depth below it. */
record Folder(FileTree tree, String path) {
  /** They, in the order of their paths; links to folders and hidden folders are left out. */
  Contents contents() {
    var contents = new Contents(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    walk(Paths.resolve(tree, path).path(), path, contents);
    return contents;
  }

  /** What was found, and the folders that could not be read. */
  record Contents(List<NamedFile> files, List<XinetdPath> xinetd, List<String> unreadable) {}

  private void walk(String real, String shown, Contents contents) {
    List<String> children;
    try {
      children = tree.children(real);
    } catch (IOException e) {
      contents.unreadable().add(shown);
      return;
    }
    for (String child : children) {
      String below = Paths.join(shown, child);
      switch (tree.node(Paths.join(real, child)).kind()) {
        case FOLDER -> {
          if (!child.startsWith(".") && !child.equals("node_modules")) {
            walk(Paths.join(real, child), below, contents);
          }
        }
        case FILE, LINK, SPECIAL -> add(below, contents);
        default -> {}
      }
    }
  }

  private void add(String path, Contents contents) {
    var unit = NamedFile.byName(tree, path);
    unit.ifPresentOrElse(
        contents.files()::add,
        () -> XinetdPath.found(tree, path).ifPresent(contents.xinetd()::add));
  }
}
