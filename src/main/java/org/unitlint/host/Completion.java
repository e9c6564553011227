package org.unitlint.host;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.unitlint.catalog.SystemUnit;
import org.unitlint.source.FileTree;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Node;

/**
 * What a few units are looked at together with when there is no machine around them: systemd's own
 * units, and links that enable each unit as its [Install] section asks.
 */
final class Completion {
  private static final String SYSTEMD = "/(systemd)";
  private static final String ENABLED = "/(enabled)";
  private static final String DEFAULT_TARGET = "graphical.target";

  private final MemoryTree tree = new MemoryTree();
  private final Map<String, Cause> causes = new HashMap<>();

  /**
   * Adds those of systemd's own units that have to do with the machine's: the targets of a boot,
   * and all that the units name, and what those name.
   */
  Completion systemd(Machine machine) {
    var known = new LinkedHashMap<String, SystemUnit>();
    machine.catalog().systemUnits().forEach(u -> known.put(u.name(), u));
    var needed = new LinkedHashSet<String>();
    follow(DEFAULT_TARGET, known, needed, Completion::isTarget);
    for (Unit unit : machine.units()) {
      for (Mention mention : Mentions.of(machine, unit)) {
        mention.name().ifPresent(n -> follow(n.toString(), known, needed, name -> true));
      }
    }
    for (String name : needed) {
      tree.file(SYSTEMD + "/" + name, text(known.get(name), needed));
    }
    tree.link(SYSTEMD + "/default.target", DEFAULT_TARGET);
    return this;
  }

  private static boolean isTarget(String name) {
    return name.endsWith(".target");
  }

  /** Adds the unit and what it names, and what that names. */
  private static void follow(
      String first, Map<String, SystemUnit> known, Set<String> needed, Predicate<String> wanted) {
    var queue = new ArrayDeque<>(List.of(first));
    while (!queue.isEmpty()) {
      String name = queue.remove();
      if (known.containsKey(name) && wanted.test(name) && needed.add(name)) {
        known.get(name).lists().values().forEach(queue::addAll);
      }
    }
  }

  private static String text(SystemUnit unit, Set<String> needed) {
    var text = new StringBuilder("[Unit]\n");
    if (!unit.defaults()) {
      text.append("DefaultDependencies=no\n");
    }
    if (unit.isolate()) {
      text.append("AllowIsolate=yes\n");
    }
    unit.lists()
        .forEach(
            (directive, names) -> {
              text.append(directive).append('=');
              names.stream().filter(needed::contains).forEach(n -> text.append(n).append(' '));
              text.append('\n');
            });
    String type = unit.name().substring(unit.name().lastIndexOf('.') + 1);
    return text.append(
            switch (type) {
              case "service" -> "[Service]\nExecStart=/bin/true\nStandardOutput=null\n";
              case "socket" -> "[Socket]\nListenStream=@systemd\n";
              case "timer" -> "[Timer]\nOnBootSec=1\n";
              case "path" -> "[Path]\nPathExists=/\n";
              default -> "";
            })
        .toString();
  }

  /** Adds the links that {@code systemctl enable} would make for the units. */
  Completion enabled(Machine machine) {
    for (Unit unit : machine.units()) {
      if (!unit.name().isTemplate() && unit.isLoaded()) {
        for (Mention mention : Mentions.of(machine, unit)) {
          if (mention.section().equals("Install")) {
            enable(unit, mention);
          }
        }
      }
    }
    return this;
  }

  private void enable(Unit unit, Mention mention) {
    String by = mention.directive();
    String name = mention.name().map(UnitName::toString).orElse("");
    if (name.isEmpty() || name.equals(unit.name().toString())) {
      return;
    }
    String path =
        switch (by) {
          case "WantedBy", "RequiredBy", "UpheldBy" ->
              ENABLED + "/" + name + folder(by) + unit.name();
          case "Alias" -> ENABLED + "/" + name;
          default -> "";
        };
    if (!path.isEmpty()) {
      tree.link(path, by.equals("Alias") ? unit.fragmentPath() : "../" + unit.name());
      causes.put(path, new Cause(mention.path(), mention.place()));
    }
  }

  private static String folder(String directive) {
    return switch (directive) {
      case "WantedBy" -> ".wants/";
      case "RequiredBy" -> ".requires/";
      default -> ".upholds/";
    };
  }

  /** What somebody wrote to have these links, and what else has other causes. */
  Causes causes(Causes others) {
    var added = Map.copyOf(causes);
    return new Causes() {
      @Override
      public Optional<Cause> of(String path) {
        return Optional.ofNullable(added.get(path)).or(() -> others.of(path));
      }

      @Override
      public boolean isMade(String path) {
        return isAdded(path) || others.isMade(path);
      }
    };
  }

  private static boolean isAdded(String path) {
    return path.startsWith(SYSTEMD) || path.startsWith(ENABLED);
  }

  /** The search path with the folders of these behind all others. */
  List<String> searchPath(List<String> before) {
    var paths = new LinkedHashSet<>(before);
    paths.add(ENABLED);
    paths.add(SYSTEMD);
    return new ArrayList<>(paths);
  }

  /** The tree with these added. */
  FileTree over(FileTree base) {
    return new Layered(base, tree);
  }

  /** A tree in which another one fills what is not there. */
  private record Layered(FileTree base, FileTree added) implements FileTree {
    private FileTree of(String path) {
      return isAdded(path) ? added : base;
    }

    @Override
    public Node node(String path) {
      return of(path).node(path);
    }

    @Override
    public List<String> children(String path) throws IOException {
      return of(path).children(path);
    }

    @Override
    public byte[] read(String path, int limit) throws IOException {
      return of(path).read(path, limit);
    }

    @Override
    public String display(String path) {
      return of(path) == base
          ? base.display(path)
          : "systemd's own " + path.substring(path.lastIndexOf('/') + 1);
    }
  }
}
