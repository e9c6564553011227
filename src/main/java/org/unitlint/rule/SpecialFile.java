package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Trouble;
import org.unitlint.source.Paths;

/** A unit is a regular file; pipes, sockets and devices are not read. See systemd.unit(5). */
final class SpecialFile implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L208", "special-file", ERROR, "a pipe, socket or device with the name of a unit");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.machine().troubles().stream()
        .filter(t -> t.kind() == Trouble.Kind.SPECIAL_FILE)
        .map(
            t ->
                RULE.at(facts.place(t.path()), "`%s` %s, not a file", Paths.name(t.path()), what(t))
                    .help("replace it by a regular file"));
  }

  private static String what(Trouble trouble) {
    return trouble.detail().isEmpty()
        ? "is a pipe, socket or device"
        : "leads to `" + trouble.detail() + "`, which is a folder, pipe, socket or device";
  }
}
