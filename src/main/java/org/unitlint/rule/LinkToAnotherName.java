package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/** The name of the entry counts, not its target. See systemd.unit(5), "Wants=". */
final class LinkToAnotherName implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L214", "link-to-another-name", WARNING, "an enablement link to a unit of another name");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return FolderEntry.of(facts.machine())
        .filter(e -> e.isLink() && leadsElsewhere(e, facts))
        .map(e -> finding(e, facts));
  }

  static boolean leadsElsewhere(FolderEntry entry, Facts facts) {
    var name = entry.unit();
    var target = UnitName.parse(Paths.name(entry.node().target()));
    if (name.isEmpty() || target.isEmpty() || !facts.mayExist(name.get())) {
      return false;
    }
    boolean template = name.get().template().equals(target.get().template());
    return !(target.get().isTemplate() && template)
        && !Paths.name(entry.node().target()).equals(entry.name())
        && facts.machine().unit(name.get()) != facts.machine().unit(target.get());
  }

  private static Diagnostic finding(FolderEntry entry, Facts facts) {
    String target = Paths.name(entry.node().target());
    return RULE.at(
            facts.place(entry.path()),
            "`%s` in `%s` leads to `%s`, but starts `%s`",
            entry.name(),
            entry.folder(),
            target,
            entry.unit().orElseThrow())
        .note("systemd goes by the name of the link, not by where it leads")
        .help("name the link `" + target + "`, or let it lead to `" + entry.name() + "`");
  }
}
