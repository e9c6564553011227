package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** xinetd does not ask the ident service who calls the ident service. */
final class UseridOfIdent implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X315", "userid-of-ident", INFO, "`USERID` with the ident service itself");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.USERID_OF_IDENT);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        RULE.at(
                Owner.word(trouble, "USERID", view),
                "`USERID` does nothing for the ident service itself")
            .help("drop the word"));
  }
}
