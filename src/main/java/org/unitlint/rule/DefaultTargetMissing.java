package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** A boot starts the default target. See systemd.special(7), "default.target". */
final class DefaultTargetMissing implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("D351", "default-target-missing", ERROR, "there is no default target");

  static final String NAME = "default.target";

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    if (!isMissing(facts)) {
      return Stream.empty();
    }
    return Stream.of(
        finding(facts)
            .about(NAME)
            .note("systemd starts `rescue.target` instead")
            .help("link it to `multi-user.target` or `graphical.target`"));
  }

  private static boolean isMissing(Facts facts) {
    return facts.machine().hasSystemd()
        && facts.unit("multi-user.target").filter(Unit::isLoaded).isPresent()
        && facts.unit(NAME).filter(u -> u.state() == LoadState.NOT_FOUND).isPresent();
  }

  private static Diagnostic finding(Facts facts) {
    return facts.machine().links().stream()
        .filter(link -> Paths.name(link.path()).equals(NAME))
        .findFirst()
        .map(
            link ->
                RULE.at(
                    facts.place(link.path()),
                    "`%s`, which a boot starts, is a link to `%s`, which does not exist",
                    NAME,
                    link.target()))
        .orElseGet(
            () ->
                RULE.at(
                    facts.place(facts.machine().setup().scope().adminFolder() + "/" + NAME),
                    "there is no `%s`, which a boot starts",
                    NAME));
  }

  /** Whether the link is the default target, of which this rule tells. */
  static boolean tellsOf(UnitLink link, Facts facts) {
    return Paths.name(link.path()).equals(NAME) && isMissing(facts);
  }
}
