package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitName;
import org.unitlint.source.Node;

/** The name of the entry counts, and nothing has it. See systemd.unit(5), "Wants=". */
final class EnabledUnitMissing implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L213", "enabled-unit-missing", WARNING, "an enabled unit that does not exist");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.whole()
        ? FolderEntry.of(facts.machine())
            .filter(e -> e.isLink() && !e.isRequirement() && !Facts.isVendor(e.path()))
            .filter(e -> isMissing(e, facts))
            .map(e -> finding(e, facts))
        : Stream.empty();
  }

  /** Whether the entry names a unit, and none of that name can be there. */
  static boolean isMissing(FolderEntry entry, Facts facts) {
    return entry.unit().filter(u -> !facts.mayExist(u)).isPresent();
  }

  private static Diagnostic finding(FolderEntry entry, Facts facts) {
    UnitName name = entry.unit().orElseThrow();
    var found =
        RULE.at(
            facts.place(entry.path()),
            "`%s` is enabled in `%s`, but does not exist",
            name,
            entry.folder());
    if (facts.machine().node(entry.path()).is(Node.Kind.FILE)) {
      return found
          .note("systemd goes by the name `" + entry.name() + "`, not by where the link leads")
          .help("link the file `" + entry.node().target() + "` into the search path too");
    }
    return found.help(
        new Neighbours(facts)
            .of(name)
            .map(n -> "did you mean `" + n + "`?")
            .orElse("remove the link, or install the unit"));
  }
}
