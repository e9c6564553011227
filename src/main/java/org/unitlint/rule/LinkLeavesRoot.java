package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** Above the root is the root again, on the machine itself only. See path_resolution(7). */
final class LinkLeavesRoot implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L207", "link-leaves-root", WARNING, "a relative link that climbs above the root");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.whole()
        ? facts.machine().links().stream()
            .filter(UnitLink::climbed)
            .map(link -> finding(link, facts))
        : Stream.empty();
  }

  private static Diagnostic finding(UnitLink link, Facts facts) {
    return RULE.at(
            facts.place(link.path()),
            "the link `%s` to `%s` climbs above the root",
            Paths.name(link.path()),
            link.target())
        .note("outside of a running machine, as in an image, it leads to another file")
        .help("link to `" + link.destination() + "`");
  }
}
