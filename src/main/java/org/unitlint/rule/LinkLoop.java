package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Trouble;
import org.unitlint.host.UnitLink;
import org.unitlint.source.Paths;

/** Links that lead in a ring end nowhere. See path_resolution(7). */
final class LinkLoop implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L206", "link-loop", ERROR, "links that lead to each other");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    var links =
        facts.machine().links().stream()
            .map(UnitLink::path)
            .filter(path -> Paths.resolve(facts.machine().tree(), path).loop());
    var folders =
        facts.machine().troubles().stream()
            .filter(t -> t.kind() == Trouble.Kind.LINK_LOOP)
            .map(Trouble::path);
    return Stream.concat(links, folders)
        .map(
            path ->
                RULE.at(facts.place(path), "the link `%s` leads back to itself", Paths.name(path))
                    .help("remove the link, or let it lead to a file"));
  }
}
