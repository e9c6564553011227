package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Accepted;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * A folder below /run goes when the unit stops, whoever else uses it. See systemd.exec(5),
 * RuntimeDirectory=.
 */
final class SharedRuntimeDirectory implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U316", "shared-runtime-directory", INFO, "several services share a `RuntimeDirectory=`");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Diagnostic seenFrom(Diagnostic finding, Predicate<Place> wanted) {
    return Advice.turned(finding, wanted);
  }

  private record Use(Unit unit, Accepted.Item item) {}

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    Map<String, Use> first = new HashMap<>();
    var found = new ArrayList<Diagnostic>();
    for (Unit unit : facts.units()) {
      if (unit.name().isInstance() || !unit.isLoaded() || isPreserved(unit)) {
        continue;
      }
      for (Accepted.Item item : items(unit, facts)) {
        String folder = item.text().split(":", 2)[0];
        var here = new Use(unit, item);
        var other = first.putIfAbsent(folder, here);
        if (other != null && other.unit() != unit) {
          found.add(shared(here, other, facts));
        } else if (unit.name().isTemplate() && other == null) {
          found.add(ofInstances(here, facts));
        }
      }
    }
    return found.stream();
  }

  /** Those without specifiers of the instance, which for a template are not known. */
  private static List<Accepted.Item> items(Unit unit, Facts facts) {
    return Accepted.items(facts.machine(), unit, unit.name().type().section(), "RuntimeDirectory");
  }

  /** Whether the folder is not removed at every stop. */
  private static boolean isPreserved(Unit unit) {
    String section = unit.name().type().section();
    return !unit.settings(section, "RuntimeDirectoryPreserve").isEmpty()
        && unit.flag(section, "RuntimeDirectoryPreserve", true);
  }

  private static Diagnostic shared(Use here, Use other, Facts facts) {
    var found =
        RULE.at(
                here.item().place(),
                "`/run/%s` is made by `%s` and `%s`, and goes when either of them stops",
                here.item().text(),
                other.unit().name().toString(),
                here.unit().name().toString())
            .about(here.unit().name().toString())
            .label(other.item().place(), "named here too")
            .help("use a folder for each, or add `RuntimeDirectoryPreserve=yes`");
    return Advice.mild(found, here.item().setting(), facts);
  }

  private static Diagnostic ofInstances(Use here, Facts facts) {
    var found =
        RULE.at(
                here.item().place(),
                "`/run/%s` is shared by all instances, and goes when one of them stops",
                here.item().text())
            .about(here.unit().name().toString())
            .help(
                "write `%s/%%i`, or add `RuntimeDirectoryPreserve=yes`"
                    .formatted(here.item().text()));
    return Advice.mild(found, here.item().setting(), facts);
  }
}
