package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Map;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitLink;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/** Enabling makes the links that [Install] asks for. See systemd.unit(5), "[Install]". */
final class EnablementDiffers implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L216", "enablement-differs", INFO, "an enablement that the unit does not ask for");
  private static final Map<String, String> DIRECTIVES =
      Map.of(".wants", "WantedBy", ".requires", "RequiredBy", ".upholds", "UpheldBy");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.whole()) {
      return Stream.empty();
    }
    String admin = facts.machine().setup().scope().adminFolder() + "/";
    var entries =
        FolderEntry.of(facts.machine())
            .filter(e -> e.isLink() && e.path().startsWith(admin))
            .filter(e -> !LinkToAnotherName.leadsElsewhere(e, facts))
            .filter(e -> differs(e, facts))
            .map(e -> entry(e, facts));
    var aliases =
        facts.machine().links().stream()
            .filter(l -> l.kind() == UnitLink.Kind.ALIAS && l.path().startsWith(admin))
            .filter(l -> differs(l, facts))
            .map(l -> alias(l, facts));
    return Stream.concat(entries, aliases);
  }

  private static boolean differs(FolderEntry entry, Facts facts) {
    var unit = entry.unit().map(facts.machine()::unit).filter(u -> u.fragment().isPresent());
    var owner = UnitName.parse(entry.owner()).filter(facts::mayExist);
    if (unit.isEmpty() || owner.isEmpty()) {
      return false;
    }
    boolean asked =
        Mentions.of(facts.machine(), unit.get(), "Install", DIRECTIVES.get(entry.suffix())).stream()
            .anyMatch(m -> names(m, owner.get(), facts));
    return !asked && !hasAlias(unit.get(), entry.folder() + "/" + entry.name(), facts);
  }

  private static boolean names(Mention mention, UnitName owner, Facts facts) {
    var name = mention.name();
    return mention.text().isEmpty()
        || name.filter(n -> facts.machine().unit(n) == facts.machine().unit(owner)).isPresent()
        || name.filter(n -> n.isTemplate() && n.equals(owner.template())).isPresent();
  }

  private static boolean hasAlias(Unit unit, String alias, Facts facts) {
    return Mentions.of(facts.machine(), unit, "Install", "Alias").stream()
        .anyMatch(m -> m.text().filter(t -> !t.equals(alias)).isEmpty());
  }

  private static boolean differs(UnitLink link, Facts facts) {
    String name = Paths.name(link.path());
    var alias = UnitName.parse(name).orElseThrow();
    var unit = facts.machine().unit(alias);
    boolean template = Paths.name(link.destination()).equals(alias.template().toString());
    return unit.fragment().isPresent()
        && !template
        && !name.equals("default.target")
        && !hasAlias(unit, name, facts);
  }

  private static Diagnostic entry(FolderEntry entry, Facts facts) {
    Unit unit = facts.machine().unit(entry.unit().orElseThrow());
    return RULE.at(
            facts.place(entry.path()),
            "`%s` is enabled in `%s`, which %s",
            entry.name(),
            entry.folder(),
            why(unit))
        .note("`systemctl add-wants` makes such links, and `systemctl reenable` removes them")
        .help("leave it if it is meant, else run `systemctl reenable " + entry.name() + "`");
  }

  private static Diagnostic alias(UnitLink link, Facts facts) {
    String target = Paths.name(link.destination());
    Unit unit = facts.machine().unit(target).orElseThrow();
    return RULE.at(
            facts.place(link.path()),
            "`%s` is another name of `%s`, which %s",
            Paths.name(link.path()),
            target,
            why(unit))
        .help("leave it if it is meant, else run `systemctl reenable " + target + "`");
  }

  private static String why(Unit unit) {
    boolean installs = unit.settings().all().stream().anyMatch(s -> s.section().equals("Install"));
    return installs
        ? "its [Install] section does not ask for"
        : "it has no [Install] section to ask for";
  }
}
