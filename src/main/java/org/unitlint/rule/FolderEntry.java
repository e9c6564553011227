package org.unitlint.rule;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.host.Machine;
import org.unitlint.host.UnitName;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * What lies in a folder that adds dependencies, such as {@code X.wants}.
 *
 * @param owner the name of the unit that the folder is for
 * @param suffix of the folder, such as {@code .wants}
 * @param path in the tree
 * @param real the same, free of links but for the last component
 */
record FolderEntry(String owner, String suffix, String path, String real, Node node) {
  private static final Set<String> SUFFIXES = Set.of(".wants", ".requires", ".upholds");

  /** All entries of the machine that systemd looks at, masks left out. */
  static Stream<FolderEntry> of(Machine machine) {
    return machine.folders().entrySet().stream()
        .filter(f -> SUFFIXES.contains(suffix(f.getKey())))
        .flatMap(f -> f.getValue().stream().flatMap(path -> in(machine, f.getKey(), path)));
  }

  private static Stream<FolderEntry> in(Machine machine, String folder, String path) {
    String owner = folder.substring(0, folder.length() - suffix(folder).length());
    return machine.children(path).stream()
        .filter(name -> !Machine.isLeftover(name))
        .map(name -> entry(machine, owner, suffix(folder), Paths.join(path, name)))
        .filter(e -> !machine.isMask(e.path));
  }

  private static FolderEntry entry(Machine machine, String owner, String suffix, String path) {
    String real = Paths.resolve(machine.tree(), path, false).path();
    return new FolderEntry(owner, suffix, path, real, machine.tree().node(real));
  }

  private static String suffix(String folder) {
    return folder.substring(folder.lastIndexOf('.'));
  }

  /** The name of the entry, which is what counts for systemd. */
  String name() {
    return Paths.name(path);
  }

  boolean isLink() {
    return node.is(Node.Kind.LINK);
  }

  /** The folder's own name. */
  String folder() {
    return owner + suffix;
  }

  /** Whether the folder makes the unit fail without the other. */
  boolean isRequirement() {
    return suffix.equals(".requires");
  }

  /**
   * The unit that the entry names; for a template the instance that its owner's name fills in, or
   * the template itself where the owner is one too.
   */
  Optional<UnitName> unit() {
    var own = UnitName.parse(name());
    var of = UnitName.parse(owner).filter(o -> !o.isTemplate());
    boolean fills = own.filter(UnitName::isTemplate).isPresent() && of.isPresent();
    return fills
        ? own.map(o -> o.withInstance(of.get().instance().orElse(of.get().prefix())))
        : own;
  }
}
