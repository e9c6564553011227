package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitName;
import org.unitlint.source.Paths;

/** Links in the folder of a unit count when that unit is started. See systemd.unit(5). */
final class WantsFolderOfNobody implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L217",
          "wants-folder-of-nobody",
          WARNING,
          "an enablement folder of a unit that does not exist");
  private static final Set<String> SUFFIXES = Set.of(".wants", ".requires", ".upholds");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.whole()) {
      return Stream.empty();
    }
    var owners = OrphanDropin.owners(facts);
    return facts.machine().folders().entrySet().stream()
        .filter(f -> SUFFIXES.contains(suffix(f.getKey())))
        .filter(f -> isNobodys(owner(f.getKey()), owners, facts))
        .flatMap(f -> f.getValue().stream())
        .filter(path -> !Facts.isVendor(path) && !facts.machine().children(path).isEmpty())
        .map(path -> finding(path, facts));
  }

  private static String suffix(String folder) {
    return folder.substring(folder.lastIndexOf('.'));
  }

  private static String owner(String folder) {
    return folder.substring(0, folder.lastIndexOf('.'));
  }

  private static boolean isNobodys(String owner, Set<String> owners, Facts facts) {
    var name = UnitName.parse(owner);
    return !owner.isEmpty()
        && !owners.contains(owner)
        && name.filter(n -> OrphanDropin.isMadeElsewhere(n) || facts.mayExist(n)).isEmpty();
  }

  private static Diagnostic finding(String path, Facts facts) {
    String owner = owner(Paths.name(path));
    var neighbours = new Neighbours(facts);
    var name = UnitName.parse(owner);
    var meant = name.isPresent() ? neighbours.of(name.get()) : neighbours.ofStem(owner).findFirst();
    String first = Paths.join(path, facts.machine().children(path).get(0));
    return RULE.at(
            facts.place(first),
            "the links in `%s` have no effect: there is no `%s`",
            Paths.name(path),
            owner)
        .help(
            meant
                .map(m -> "did you mean `" + m + suffix(path) + "`?")
                .orElse("enable the units in a target that exists"));
  }
}
