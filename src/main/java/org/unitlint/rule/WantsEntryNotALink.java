package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** Only links count in such folders. See systemd.unit(5), "Wants=". */
final class WantsEntryNotALink implements MachineRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "L215",
          "wants-entry-not-a-link",
          WARNING,
          "a file or folder where systemd expects a link");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Facts facts) {
    return facts.whole()
        ? FolderEntry.of(facts.machine())
            .filter(e -> !e.isLink() && !e.name().startsWith("README"))
            .map(e -> finding(e, facts))
        : Stream.empty();
  }

  private static Diagnostic finding(FolderEntry entry, Facts facts) {
    return RULE.at(
            facts.place(entry.path()),
            "`%s` in `%s` is not a link, so systemd ignores it",
            entry.name(),
            entry.folder())
        .help("put the unit into the search path, and link to it here");
  }
}
