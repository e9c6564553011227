package org.unitlint.rule;

import java.util.List;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** Whether files and folders that a unit needs are missing on a whole machine. */
final class Existence {
  /** What is filled, or mounted, by something that runs. */
  private static final List<String> CHANGING =
      List.of(
          "/dev", "/home", "/media", "/mnt", "/proc", "/root", "/run", "/srv", "/sys", "/tmp",
          "/var");

  private Existence() {}

  /** Whether the path is surely missing when the unit starts. */
  static boolean isMissing(String path, Unit unit, Facts facts) {
    return isKnown(path, facts)
        && CHANGING.stream().noneMatch(folder -> Paths.isWithin(path, folder))
        && !facts.machine().programs().exists(path).orElse(true)
        && !isMounted(path, facts)
        && !isAskedFor(path, unit);
  }

  /**
   * Whether the tree tells what is there: that of a machine, and not of some files for one. Where
   * programs are only listed, the folders around them are not there either.
   */
  private static boolean isKnown(String path, Facts facts) {
    var machine = facts.machine();
    boolean listed = machine.node("/paths.txt").is(Node.Kind.FILE);
    boolean machineLike = listed || machine.node("/etc/passwd").is(Node.Kind.FILE);
    boolean stripped = !listed && machine.node("/executables.txt").is(Node.Kind.FILE);
    return facts.whole() && machineLike && (!stripped || Paths.isWithin(path, "/etc"));
  }

  private static boolean isMounted(String path, Facts facts) {
    for (String at = path; !at.equals("/"); at = Paths.parent(at)) {
      var mount = facts.unit(Escape.escapePath(at) + ".mount");
      boolean there =
          mount
              .filter(m -> m.state() != LoadState.NOT_FOUND || facts.machine().generated(m.name()))
              .isPresent();
      if (there) {
        return true;
      }
    }
    return false;
  }

  /** Whether a condition asks for the path, for a folder above it, or for something in it. */
  private static boolean isAskedFor(String path, Unit unit) {
    return unit.settings().all().stream()
        .filter(s -> s.section().equals("Unit") && unit.settings().counts(s))
        .filter(Existence::isPathCondition)
        .map(s -> s.text().replaceFirst("^[|!]*", ""))
        .anyMatch(a -> a.startsWith("/") && (Paths.isWithin(path, a) || Paths.isWithin(a, path)));
  }

  private static boolean isPathCondition(Setting setting) {
    return setting.directive().valueKind().startsWith("condition:path")
        || setting.name().endsWith("PathExistsGlob");
  }
}
