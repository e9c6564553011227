package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/** Only lists take {@code +=} and {@code -=}; {@code env} takes no {@code -=}. */
final class WrongOperator implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X123", "wrong-operator", ERROR, "operator that the attribute does not take");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.WRONG_OPERATOR, TroubleKind.ENV_MINUS);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    if (trouble.kind() == TroubleKind.ENV_MINUS) {
      return Stream.of(
          INFO.at(trouble.place(), "`env` cannot be used with `-=`")
              .help("leave the variable out of the list"));
    }
    String sign = trouble.word(1);
    var found =
        INFO.at(trouble.place(), "`%s` cannot be used with `%s`", trouble.word(0), sign)
            .note("xinetd ignores the whole line")
            .help("only `=` can set it");
    return Stream.of(
        sign.equals("+=") ? found.fix("write `=`", true, new Edit(trouble.place(), "=")) : found);
  }
}
