package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.FileTree;
import org.unitlint.source.Paths;

/** A folder that the user named: the unit files and drop-ins at any depth below it. */
record Folder(FileTree tree, String path) {
  /** They, in the order of their paths; links to folders and hidden folders are left out. */
  List<NamedFile> files() {
    var found = new ArrayList<NamedFile>();
    walk(Paths.resolve(tree, path).path(), path, found);
    return found;
  }

  private void walk(String real, String shown, List<NamedFile> found) {
    List<String> children;
    try {
      children = tree.children(real);
    } catch (IOException e) {
      return;
    }
    for (String child : children) {
      String below = Paths.join(shown, child);
      switch (tree.node(Paths.join(real, child)).kind()) {
        case FOLDER -> {
          if (!child.startsWith(".") && !child.equals("node_modules")) {
            walk(Paths.join(real, child), below, found);
          }
        }
        case FILE, LINK -> NamedFile.byName(tree, below).ifPresent(found::add);
        default -> {}
      }
    }
  }
}
