package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** {@code passenv} hands on what is in the environment that xinetd was started with. */
final class UndefinedVariable implements ValueRule {
  private static final RuleInfo RULE =
      new RuleInfo("X208", "undefined-variable", INFO, "`passenv` of a variable xinetd may lack");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.UNDEFINED_VARIABLE);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    return Stream.of(
        RULE.at(
                trouble.place(),
                "`%s` is passed on only if xinetd itself is started with it",
                trouble.word(0))
            .help("set it with `env`, or in the unit that starts xinetd"));
  }
}
