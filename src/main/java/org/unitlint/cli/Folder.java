package org.unitlint.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.FileTree;
import org.unitlint.source.Paths;

/** A folder that the user named: the unit files and drop-ins at any depth below it. */
record Folder(FileTree tree, String path) {
  /** They, in the order of their paths; links to folders and hidden folders are left out. */
  Contents contents() {
    var contents = new Contents(new ArrayList<>(), new ArrayList<>());
    walk(Paths.resolve(tree, path).path(), path, contents);
    return contents;
  }

  /** What was found, and the folders that could not be read. */
  record Contents(List<NamedFile> files, List<String> unreadable) {}

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
        case FILE, LINK, SPECIAL -> NamedFile.byName(tree, below).ifPresent(contents.files()::add);
        default -> {}
      }
    }
  }
}
