package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Trouble;
import org.unitlint.source.Paths;

/** No unit file is that long; systemd refuses lines of a mebibyte. See systemd.syntax(7). */
final class FileTooLarge implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo("L211", "file-too-large", WARNING, "a unit file of more than 4 MiB");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().troubles().stream()
        .filter(t -> t.kind() == Trouble.Kind.TOO_LARGE)
        .map(
            t ->
                RULE.at(
                        facts.place(t.path()),
                        "`%s` is larger than 4 MiB; only the start was read",
                        Paths.name(t.path()))
                    .help("check whether it is a unit file at all"));
  }
}
