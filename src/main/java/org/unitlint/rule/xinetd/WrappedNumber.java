package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * xinetd does not check that a number fits: what does not becomes another one. See xinetd.conf(5).
 */
final class WrappedNumber implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X411", "wrapped-number", ERROR, "a number does not fit and becomes another");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.OVERFLOW);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(
                trouble.place(),
                "`%s` does not fit in `%s` and becomes %s",
                trouble.word(1),
                trouble.word(0),
                trouble.word(2))
            .help(
                trouble.word(1).startsWith("-")
                    ? "negative numbers have no meaning here; `UNLIMITED` means no limit where"
                        + " there is one"
                    : "write a smaller number"));
  }
}
