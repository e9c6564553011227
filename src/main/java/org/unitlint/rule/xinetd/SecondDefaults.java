package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFlaw;

/** A file has one entry of defaults at most; xinetd skips any other. See xinetd.conf(5). */
final class SecondDefaults implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X110", "second-defaults", ERROR, "second `defaults` of a file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.SECOND_DEFAULTS);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    var found =
        INFO.at(flaw.place(), "second `defaults` of this file, which xinetd ignores")
            .help("move its lines into the first one");
    return Stream.of(
        view.config().files().values().stream()
            .filter(f -> f.source() == flaw.place().source())
            .flatMap(f -> f.entries().stream())
            .filter(e -> e.kind() == XinetdEntry.Kind.DEFAULTS)
            .findFirst()
            .map(first -> found.label(first.keyword().place(), "the one that counts"))
            .orElse(found));
  }
}
