package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** {@code INTERCEPT} is for servers that wait; otherwise xinetd clears the flag. */
final class InterceptIgnored implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X307", "intercept-ignored", WARNING, "`INTERCEPT` where xinetd drops it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INTERCEPT_INTERNAL, TroubleKind.INTERCEPT_NOWAIT);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var place = Owner.word(trouble, "INTERCEPT", view);
    return Stream.of(
        INFO.at(
                place,
                trouble.kind() == TroubleKind.INTERCEPT_INTERNAL
                    ? "`INTERCEPT` does nothing for an internal service"
                    : "`INTERCEPT` does nothing without `wait = yes`")
            .note("xinetd drops the flag and serves the service without it")
            .help("drop the flag"));
  }
}
