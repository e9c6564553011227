package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.AliasRefusal;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** A link gives a unit a second name only where both are of one kind. See systemd.unit(5). */
final class RefusedAlias implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L204",
          "refused-alias",
          ERROR,
          "a link that systemd does not take as another name of a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().links().stream()
        .filter(link -> link.kind() == UnitLink.Kind.REFUSED)
        .map(link -> finding(link, facts));
  }

  private static Diagnostic finding(UnitLink link, Facts facts) {
    String alias = Paths.name(link.path());
    String target = Paths.name(link.destination());
    return RULE.at(
            facts.place(link.path()),
            "`%s` cannot be another name of `%s`: %s",
            alias,
            target,
            AliasRefusal.of(alias, target).map(r -> why(r, alias)).orElseThrow())
        .note("systemd ignores the link and looks for the name elsewhere")
        .help("remove the link, or make it one of the same kind");
  }

  /** The reason in words. */
  static String why(AliasRefusal refusal, String alias) {
    return switch (refusal) {
      case BAD_NAME -> "that is no name of a unit";
      case OTHER_TYPE -> "the types differ";
      case TYPE_WITHOUT_ALIASES ->
          "a " + alias.substring(alias.lastIndexOf('.') + 1) + " has one name only";
      case TEMPLATE_AND_PLAIN -> "only one of them is a template";
      case PLAIN_FOR_INSTANCE -> "a plain name cannot stand for an instance";
      case OTHER_INSTANCE -> "the instances differ";
    };
  }
}
