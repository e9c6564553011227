package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** A service needs a server, unless xinetd answers itself or redirects. See xinetd.conf(5). */
final class ServiceWithoutServer implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X301", "service-without-server", ERROR, "service with nothing to run");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_SERVER);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    var found =
        INFO.at(
                trouble.place(),
                "service `%s` has neither server nor redirection",
                Owner.id(trouble, view))
            .help("write `server = PATH`, or `redirect = HOST PORT`");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
