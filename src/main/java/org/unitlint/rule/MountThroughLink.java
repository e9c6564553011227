package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** systemd mounts nothing at a path that leads over a symbolic link. See systemd.mount(5). */
final class MountThroughLink implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U283", "mount-through-link", ERROR, "a mount point that leads over a symbolic link");
  private static final Subject SUBJECT =
      Subject.of(UnitType.MOUNT, UnitType.AUTOMOUNT).with("Where");

  /** Links that every machine has. */
  private static final List<List<String>> EVERYWHERE =
      List.of(List.of("/var/run", "/run"), List.of("/var/lock", "/run/lock"));

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Stream.of("Mount", "Automount")
        .flatMap(section -> unit.last(section, "Where").stream())
        .flatMap(s -> check(s, unit, facts).stream());
  }

  private static Optional<Diagnostic> check(Setting where, Unit unit, Facts facts) {
    var path = Accepted.path(facts.machine(), unit, where);
    return path.flatMap(p -> real(p, facts).filter(r -> !r.equals(p)).map(r -> finding(where, r)));
  }

  /** The path without links; empty where a mount on the way hides what the files tell. */
  private static Optional<String> real(String path, Facts facts) {
    for (List<String> link : EVERYWHERE) {
      if (Paths.isWithin(path, link.get(0))) {
        return Optional.of(link.get(1) + path.substring(link.get(0).length()));
      }
    }
    for (String at = Paths.parent(path); !at.equals("/"); at = Paths.parent(at)) {
      var mount = facts.unit(Escape.escapePath(at) + ".mount");
      if (mount.filter(m -> m.state() != LoadState.NOT_FOUND).isPresent()) {
        return Optional.empty();
      }
    }
    var resolved = Paths.resolve(facts.machine().tree(), path);
    return facts.whole() && resolved.node().is(Node.Kind.FOLDER)
        ? Optional.of(resolved.path())
        : Optional.empty();
  }

  private static Diagnostic finding(Setting where, String real) {
    return RULE.at(
            where.place(),
            "`%s` leads over a symbolic link to `%s`, where systemd mounts nothing",
            where.text(),
            real)
        .help(
            "write `%s`, and name the unit `%s.%s`"
                .formatted(
                    real, Escape.escapePath(real), where.section().toLowerCase(Locale.ROOT)));
  }
}
