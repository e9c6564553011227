package org.unitlint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Programs;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command;

/**
 * A program that a unit runs, and what the machine has at its path.
 *
 * @param place where the unit names the program
 * @param path of the program; the name alone where systemd searches for it
 */
record Launch(Place place, String path, Programs.Answer answer) {
  private static final List<String> OTHER_ROOTS =
      List.of(
          "RootDirectory",
          "RootImage",
          "MountImages",
          "ExtensionImages",
          "ExtensionDirectories",
          "BindPaths",
          "BindReadOnlyPaths",
          "TemporaryFileSystem");

  /** What is there only later: filled, or mounted, by something that runs. */
  private static final List<String> CHANGING =
      List.of("/dev", "/home", "/media", "/mnt", "/proc", "/run", "/sys", "/tmp", "/var");

  /** What Linux takes, {@code PATH_MAX}. */
  private static final int LONGEST_PATH = 4096;

  private static final Set<String> PATH_CONDITIONS =
      Set.of(
          "PathExists",
          "PathIsDirectory",
          "PathIsMountPoint",
          "PathIsReadWrite",
          "DirectoryNotEmpty",
          "FileNotEmpty",
          "FileIsExecutable");

  /**
   * The programs whose absence would be a fault. Left out are those that may fail, that a condition
   * asks for, that are said to be there, and that nobody can look up without the running machine.
   */
  static Stream<Launch> of(Unit unit, Facts facts) {
    return facts.of(unit).launches().stream();
  }

  /** As {@link #of(Unit, Facts)}, looked for anew. */
  static Stream<Launch> in(Unit unit, Facts facts) {
    if (!facts.whole() || hasOtherRoot(unit)) {
      return Stream.empty();
    }
    var searched = searched(unit);
    var asked = asked(unit);
    return facts.of(unit).commands().stream()
        .filter(c -> unit.settings().counts(c.setting()))
        .flatMap(c -> c.line().commands().stream())
        .filter(c -> !c.has(Command.Prefix.IGNORE_FAILURE) && !c.has(Command.Prefix.SHELL))
        .filter(c -> !VariableAsCommand.isAssignment(c.path().text()))
        .filter(c -> c.path().text().indexOf('$') < 0)
        .flatMap(c -> of(c, unit, searched, asked, facts).stream());
  }

  private static boolean hasOtherRoot(Unit unit) {
    String section = unit.name().type().section();
    return OTHER_ROOTS.stream().anyMatch(d -> !unit.settings(section, d).isEmpty());
  }

  private static Optional<Launch> of(
      Command command, Unit unit, List<String> searched, List<String> asked, Facts facts) {
    var place = command.path().place();
    var expanded = facts.machine().specifiers().expand(command.path().text(), unit.name());
    if (expanded.filter(p -> !p.isEmpty() && p.length() < LONGEST_PATH).isEmpty()) {
      return Optional.empty();
    }
    String path = expanded.get();
    var programs = facts.machine().programs();
    var known = facts.known().executables();
    if (!path.startsWith("/")) {
      return known.test(path)
          ? Optional.empty()
          : Optional.of(new Launch(place, path, programs.named(path, searched)));
    }
    String normal = Paths.normalize(path);
    return known.test(normal) || isChanging(normal, facts) || isAskedFor(path, asked, facts)
        ? Optional.empty()
        : Optional.of(new Launch(place, path, programs.at(normal)));
  }

  private static List<String> searched(Unit unit) {
    return unit.settings(unit.name().type().section(), "ExecSearchPath").stream()
        .flatMap(s -> Stream.of(s.text().split(":")))
        .distinct()
        .toList();
  }

  private static boolean isChanging(String path, Facts facts) {
    if (CHANGING.stream().anyMatch(folder -> Paths.isWithin(path, folder))) {
      return true;
    }
    for (String p = Paths.parent(path); !p.equals("/"); p = Paths.parent(p)) {
      if (isMounted(p, facts) && facts.machine().children(p).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mount unit or fstab mounts something there. */
  private static boolean isMounted(String folder, Facts facts) {
    return Stream.of(".mount", ".automount")
        .flatMap(suffix -> UnitName.parse(Escape.escapePath(folder) + suffix).stream())
        .anyMatch(
            name ->
                facts.machine().unit(name).state() != LoadState.NOT_FOUND
                    || facts.machine().generated(name));
  }

  /** The paths without which the unit does not start. */
  private static List<String> asked(Unit unit) {
    return unit.settings().all().stream()
        .filter(s -> s.section().equals("Unit"))
        .filter(s -> PATH_CONDITIONS.contains(s.name().replaceFirst("^(Condition|Assert)", "")))
        .filter(unit.settings()::counts)
        .map(s -> s.text().startsWith("|") ? s.text().substring(1) : s.text())
        .distinct()
        .toList();
  }

  /** Whether the unit starts only where the program, or a folder above it, is. */
  private static boolean isAskedFor(String path, List<String> asked, Facts facts) {
    return asked.stream().anyMatch(a -> a.equals(path) || isMissingFolder(a, path, facts));
  }

  private static boolean isMissingFolder(String asked, String path, Facts facts) {
    return asked.startsWith("/")
        && Paths.isWithin(path, asked)
        && !facts.machine().programs().exists(asked).orElse(true);
  }
}
