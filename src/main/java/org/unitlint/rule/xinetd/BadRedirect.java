package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** Only streams that do not wait can be redirected. See xinetd.conf(5), {@code redirect}. */
final class BadRedirect implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X311", "bad-redirect", ERROR, "redirection of what cannot be redirected");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.REDIRECT_NO_STREAM, TroubleKind.REDIRECT_WAITS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var found =
        trouble.kind() == TroubleKind.REDIRECT_WAITS
            ? INFO.at(trouble.place(), "`redirect` with `wait = yes`")
                .label(trouble.others().get(0), "it waits")
                .help("write `wait = no`")
            : INFO.at(trouble.place(), "`redirect` of what is no stream")
                .help("only TCP can be redirected");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
