package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** Where nothing is mounted, nothing is waited for. See systemd.unit(5), RequiresMountsFor=. */
final class MountsForNothing implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D356", "mounts-for-nothing", INFO, "`RequiresMountsFor=` where no unit mounts anything");
  private static final List<String> DIRECTIVES = List.of("RequiresMountsFor", "WantsMountsFor");
  private static final Subject SUBJECT = Subject.ANY.with(DIRECTIVES);

  /** Mounted by systemd itself before any unit. */
  private static final List<String> EARLY = List.of("/proc", "/sys", "/dev", "/run");

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
    var machine = facts.machine();
    if (!machine.hasSystemd() || !machine.node("/etc/fstab").is(Node.Kind.FILE)) {
      return Stream.empty();
    }
    return DIRECTIVES.stream()
        .flatMap(d -> Accepted.paths(machine, unit, "Unit", d).stream())
        .filter(item -> isNothing(item.text(), facts))
        .map(item -> finding(item, facts));
  }

  private static boolean isNothing(String path, Facts facts) {
    if (EARLY.stream().anyMatch(folder -> Paths.isWithin(path, folder))) {
      return false;
    }
    for (String at = path; !at.equals("/"); at = Paths.parent(at)) {
      var mount = facts.unit(Escape.escapePath(at) + ".mount");
      if (mount.filter(m -> m.state() != LoadState.NOT_FOUND).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static Diagnostic finding(Accepted.Item item, Facts facts) {
    var found =
        RULE.at(item.place(), "no unit mounts `%s` or a folder above it", item.text())
            .note("the line is without effect: all of it lies on the root file system")
            .help("mount it by a line of `/etc/fstab`, or drop the line");
    return facts.isShipped(item.setting().file().path()) ? found.as(HINT) : found;
  }
}
