package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** xinetd counts bytes only where it passes them on itself. See xinetd.conf(5). */
final class TrafficWithoutRedirect implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X312", "traffic-without-redirect", ERROR, "`TRAFFIC` without a redirection");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.TRAFFIC_NOT_REDIRECTED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    var place = Owner.word(trouble, "TRAFFIC", view);
    var found =
        INFO.at(place, "`TRAFFIC` can be logged only of a service with `redirect`")
            .help("drop the word");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
