package org.unitlint.host.generate;

import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * What systemd's generators write for a machine, exactly as systemd 252 does on Debian 12: those
 * for {@code fstab}, {@code crypttab}, {@code veritytab} and {@code integritytab}, SysV scripts,
 * {@code rc.local}, offline updates, and serial consoles. The kernel command line is taken to be
 * empty, the machine to be no container.
 */
public final class Generators {
  private Generators() {}

  /**
   * The tree with what its generators would write laid over it. Where its folders of generated
   * units hold anything, they were captured from the machine itself, and nothing is emulated.
   */
  public static Generated emulate(FileTree tree) {
    var root = new Root(tree);
    if (!Output.FOLDERS.stream().allMatch(folder -> isFree(root, folder))) {
      return Generated.nothing(tree);
    }
    var output = new Output();
    var small = new LinkGenerators(root, output);
    new CrypttabGenerator(root, output).run();
    new FstabGenerator(root, output).run();
    small.getty();
    new IntegritytabGenerator(root, output).run();
    small.rcLocal();
    small.systemUpdate();
    new SysvGenerator(root, output).run();
    new VeritytabGenerator(root, output).run();
    return Generated.of(root, output);
  }

  private static boolean isFree(Root root, String folder) {
    var resolved = Paths.resolve(root.tree(), folder);
    return resolved.node().is(Node.Kind.FOLDER)
        ? root.children(folder).isEmpty()
        : resolved.node().is(Node.Kind.MISSING) && !resolved.loop();
  }
}
