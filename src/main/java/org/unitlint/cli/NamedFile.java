package org.unitlint.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.UnitName;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.syntax.UnitFile;

/**
 * A file that the user named, or that lies in a folder that the user named.
 *
 * @param folder the folder of units that it belongs to; for a drop-in that above its {@code .d}
 * @param installName its path below such a folder: {@code a.service}, {@code a.service.d/b.conf}
 */
record NamedFile(FileTree tree, String path, String folder, String installName) {
  private static final int MAX_LOOK_BYTES = 1 << 20;
  private static final List<String> TEMPLATE_ENDINGS =
      List.of(".in", ".j2", ".jinja", ".jinja2", ".erb", ".epp", ".tmpl", ".tpl", ".template");

  /** The file as a unit file or drop-in, by its name, else by its content; empty for others. */
  static Optional<NamedFile> of(FileTree tree, String path) {
    return byName(tree, path).or(() -> byContent(tree, path));
  }

  /** As {@link #of}, but by its name only. */
  static Optional<NamedFile> byName(FileTree tree, String path) {
    String name = withoutTemplateEnding(Paths.name(path));
    String folder = Paths.parent(path);
    String folderName = Paths.name(folder);
    boolean inDropIns = folderName.endsWith(".d") && isOwner(folderName, ".d");
    if (inDropIns) {
      return file(tree, path, Paths.parent(folder), folderName + "/" + name);
    }
    if (looksLikeUnit(name)) {
      boolean wanted = isOwner(folderName, ".wants") || isOwner(folderName, ".requires");
      return wanted
          ? file(tree, path, Paths.parent(folder), folderName + "/" + name)
          : file(tree, path, folder, name);
    }
    return Optional.empty();
  }

  /** The unit that it is of: itself, or that whose drop-in or wanted unit it is. */
  Optional<UnitName> owner() {
    int slash = installName.indexOf('/');
    if (slash < 0) {
      return UnitName.parse(installName);
    }
    String owner = installName.substring(0, slash);
    return UnitName.parse(owner.substring(0, owner.lastIndexOf('.')));
  }

  private static Optional<NamedFile> file(
      FileTree tree, String path, String folder, String installName) {
    return Optional.of(new NamedFile(tree, path, folder, installName));
  }

  private static boolean isOwner(String folder, String suffix) {
    if (!folder.endsWith(suffix)) {
      return false;
    }
    String owner = folder.substring(0, folder.length() - suffix.length());
    return UnitName.parse(owner).isPresent() || UnitType.ofSuffix(owner).isPresent();
  }

  /** Whether the name ends like a unit's, whatever characters it has. */
  private static boolean looksLikeUnit(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && UnitType.ofSuffix(name.substring(dot + 1)).isPresent();
  }

  private static String withoutTemplateEnding(String name) {
    for (String ending : TEMPLATE_ENDINGS) {
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  private static Optional<NamedFile> byContent(FileTree tree, String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      byte[] bytes = tree.read(resolved.path(), MAX_LOOK_BYTES);
      return type(UnitFile.parse(Source.of(path, bytes)))
          .map(t -> plainName(path) + "." + t.suffix())
          .flatMap(name -> file(tree, path, Paths.parent(path), name));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The type whose own section the file has; a target for one with [Unit] alone. */
  private static Optional<UnitType> type(UnitFile file) {
    var type = Optional.<UnitType>empty();
    for (var section : file.sections()) {
      for (UnitType candidate : UnitType.values()) {
        if (candidate.section().equals(section.name())) {
          return Optional.of(candidate);
        }
      }
      if (section.name().equals("Unit")) {
        type = Optional.of(UnitType.TARGET);
      }
    }
    return type;
  }

  private static String plainName(String path) {
    var plain = new StringBuilder();
    for (char c : Paths.name(path).toCharArray()) {
      plain.append(c != '@' && UnitName.isValid(c) ? c : '_');
    }
    return plain.toString();
  }
}
