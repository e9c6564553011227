package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Edge;
import org.unitlint.host.Unit;

/** What is enabled in a target starts with it. See systemd.unit(5), "WantedBy=". */
final class TargetNobodyWants implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D355", "target-nobody-wants", INFO, "units are enabled in a target that nothing starts");
  private static final String GRAPHICAL = "graphical.target";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!facts.machine().hasSystemd()
        || facts.pulledInBy(DefaultTargetMissing.NAME).units().isEmpty()) {
      return Stream.empty();
    }
    var starters = new Starters(facts);
    var own =
        facts.units().stream()
            .filter(u -> u.isLoaded() && u.name().type() == UnitType.TARGET && u.name().isPlain())
            .filter(
                u -> !Facts.isVendor(u.fragmentPath()) && !u.flag("Unit", "AllowIsolate", false))
            .filter(u -> facts.isInGraph(u.name().toString()))
            .filter(starters::hasNone)
            .flatMap(u -> finding(u, facts));
    return Stream.concat(own, graphical(facts));
  }

  private static Stream<Diagnostic> finding(Unit target, Facts facts) {
    var links = links(target.name().toString(), facts);
    if (links.isEmpty()) {
      return Stream.empty();
    }
    var found =
        RULE.at(
                facts.place(target.fragmentPath()),
                "nothing starts `%s`, in which `%s` is enabled",
                target.name(),
                links.get(0).to())
            .about(target.name().toString());
    return Stream.of(
        target.settings("Install", "WantedBy").isEmpty()
            ? found.help("add an [Install] with `WantedBy=multi-user.target`, and enable it")
            : found.help("enable `" + target.name() + "` too"));
  }

  /** The units that are enabled in the target, and that no boot starts for another reason. */
  private static List<Edge> links(String target, Facts facts) {
    var boot = facts.pulledInBy(DefaultTargetMissing.NAME);
    return facts
        .graph()
        .out(target)
        .filter(e -> e.kind().pullsIn() && e.reason().link() && !boot.contains(e.to()))
        .toList();
  }

  /** Units of this machine's own that wait for a desktop which it does not start. */
  private static Stream<Diagnostic> graphical(Facts facts) {
    var boot = facts.pulledInBy(DefaultTargetMissing.NAME);
    if (boot.contains(GRAPHICAL) || !facts.isInGraph(GRAPHICAL)) {
      return Stream.empty();
    }
    return links(GRAPHICAL, facts).stream()
        .filter(e -> !Facts.isVendor(e.reason().path()))
        .filter(e -> facts.unit(e.to()).filter(u -> !Facts.isVendor(u.fragmentPath())).isPresent())
        .map(
            e ->
                RULE.at(
                        facts.place(e.reason().path()),
                        "`%s` is enabled in `%s`, which `%s` does not start",
                        e.to(),
                        GRAPHICAL,
                        boot.anchor())
                    .about(e.to())
                    .help("use `WantedBy=multi-user.target` if it needs no desktop"));
  }
}
