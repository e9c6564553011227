package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Trouble;
import org.unitlint.source.Paths;

/** What cannot be read cannot be judged. */
final class UnreadableFile implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L210", "unreadable-file", WARNING, "a unit file or folder that cannot be read");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().troubles().stream()
        .filter(t -> t.kind() == Trouble.Kind.UNREADABLE)
        .map(
            t ->
                RULE.at(facts.place(t.path()), "`%s` cannot be read", Paths.name(t.path()))
                    .help("check its permissions, or run with more rights"));
  }
}
