package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.syntax.XinetdAttribute;

/**
 * A service is on, unless something says that it is off; but {@code disable = no} takes back what a
 * refused value above it did. See xinetd.conf(5), {@code disable}.
 */
final class DisableNo implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X509", "disable-no", INFO, "`disable = no` is the default");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.wanted(view)
        .filter(s -> !(s.outcome().isServed() && isRevived(s)))
        .flatMap(s -> Lines.own(s, "disable", view).stream())
        .filter(l -> l.operator() == XinetdAttribute.Operator.SET && l.values().size() == 1)
        .filter(l -> l.values().get(0).text().equalsIgnoreCase("no"))
        .map(DisableNo::told);
  }

  private static boolean isRevived(XinetdService service) {
    return service.troubles().stream().anyMatch(t -> t.kind() == TroubleKind.REVIVED);
  }

  private static Diagnostic told(XinetdAttribute line) {
    return RULE.at(line.place(), "`disable = no` is the default")
        .note("it does harm below a value that is refused: the service runs without the value")
        .help("drop the line")
        .fix("remove the line", true, Lines.without(line));
  }
}
