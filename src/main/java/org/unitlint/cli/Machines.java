package org.unitlint.cli;

import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.generate.Generators;
import org.unitlint.source.FileTree;

/** Makes machines of trees. */
final class Machines {
  private Machines() {}

  /**
   * The machine of the tree.
   *
   * @param emulate whether to work out what systemd's generators would write for it
   */
  static Machine of(FileTree tree, Setup setup, boolean emulate) {
    if (!emulate || !setup.whole() || setup.scope() != Scope.SYSTEM) {
      return new Machine(tree, setup);
    }
    var generated = Generators.emulate(tree);
    return generated.isEmpty()
        ? new Machine(tree, setup)
        : new Machine(generated.tree(), setup, generated);
  }
}
