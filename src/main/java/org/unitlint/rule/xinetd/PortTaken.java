package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** Of two services at one port and address only the first is served. */
final class PortTaken implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X305", "port-taken", ERROR, "port that another service has already");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.DUPLICATE, TroubleKind.PORT_TAKEN);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String id = Owner.id(trouble, view);
    var found =
        INFO.at(trouble.place(), "service `%s` is at the port of service `%s`", id, trouble.word(0))
            .label(trouble.others().get(0), "this one has the port")
            .help("give it another port, `bind` each to an address of its own, or drop one");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
