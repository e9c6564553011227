package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;

/** The root is mounted before anything could wait for it. See systemd.automount(5). */
final class AutomountOfRoot implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("U218", "automount-of-root", ERROR, "automount unit for the root");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    boolean root = file.type() == UnitType.AUTOMOUNT && file.name().equals("-.automount");
    return root && !file.dropIn()
        ? Stream.of(
            RULE.at(
                    file.source().place(0, file.source().lineSpan(1).end()),
                    "the root cannot be an automount point")
                .help("remove the file; the root is always mounted"))
        : Stream.empty();
  }
}
