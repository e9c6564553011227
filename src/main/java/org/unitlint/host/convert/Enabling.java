package org.unitlint.host.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.source.EditedTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.Paths;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;

/**
 * What the files would say if no service were disabled: the lines that say so are comments, all
 * others stay where they are.
 */
final class Enabling {
  private static final int MAX_BYTES = 4 << 20;

  private Enabling() {}

  /** The tree in which all services of the configuration are enabled. */
  static FileTree of(FileTree tree, XinetdConfig config) {
    var edited = new TreeMap<String, byte[]>();
    config.files().forEach((path, file) -> edit(tree, path, file, edited));
    return edited.isEmpty() ? tree : new EditedTree(tree, edited);
  }

  private static void edit(
      FileTree tree, String path, XinetdFile file, Map<String, byte[]> edited) {
    var lines = new ArrayList<XinetdAttribute>();
    file.entries().forEach(e -> lines.addAll(disabling(e)));
    if (lines.isEmpty()) {
      return;
    }
    String resolved = Paths.resolve(tree, path).path();
    try {
      byte[] bytes = tree.read(resolved, MAX_BYTES);
      for (XinetdAttribute line : lines) {
        int at = file.source().byteOffset(line.name().place().span().start());
        if (at < bytes.length) {
          bytes[at] = '#';
        }
      }
      edited.put(resolved, bytes);
    } catch (IOException e) {
      // What was read a moment ago is gone: it stays as it was.
      edited.remove(resolved);
    }
  }

  private static ArrayList<XinetdAttribute> disabling(XinetdEntry entry) {
    var found = new ArrayList<XinetdAttribute>();
    for (XinetdAttribute line : entry.attributes()) {
      boolean disables =
          entry.kind() == XinetdEntry.Kind.DEFAULTS
              ? line.is("enabled") || line.is("disabled")
              : line.is("disable")
                  && line.values().size() == 1
                  && AsciiCase.equal(line.values().get(0).text(), "yes");
      if (disables) {
        found.add(line);
      }
    }
    return found;
  }
}
