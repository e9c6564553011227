package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** xinetd does not notice that a file is being read already, and never comes to an end. */
final class IncludeLoop implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X151", "include-loop", ERROR, "file that includes itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INCLUDE_LOOP);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(trouble.place(), "`%s` is included while it is being read", trouble.word(0))
            .note("xinetd opens it again and again, until it can open no more files")
            .help("drop one of the includes"));
  }
}
