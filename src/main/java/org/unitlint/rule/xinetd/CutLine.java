package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.XinetdFlaw;

/** xinetd reads lines into a buffer of some kilobytes, and as far as their first NUL byte. */
final class CutLine implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X111", "cut-line", WARNING, "line of which xinetd does not see the end");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.LONG_LINE, XinetdFlaw.Kind.NUL);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    return Stream.of(
        flaw.kind() == XinetdFlaw.Kind.NUL
            ? INFO.at(flaw.place(), "a NUL byte hides the rest of the line from xinetd")
                .help("remove the byte")
            : INFO.at(flaw.place(), "line too long for xinetd, which may cut it in two")
                .help("keep lines below 8192 bytes"));
  }
}
