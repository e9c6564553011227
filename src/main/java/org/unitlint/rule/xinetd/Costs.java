package org.unitlint.rule.xinetd;

import java.util.Optional;
import java.util.stream.Collectors;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.xinetd.Outcome;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.syntax.XinetdFlaw;

/** What troubles cost, in words. */
final class Costs {
  private Costs() {}

  /** The finding with a note that says what the trouble costs, where it costs something. */
  static Diagnostic noted(Diagnostic found, Trouble trouble, XinetdView view) {
    return of(trouble, view).map(found::note).orElse(found);
  }

  /** What is lost for it; empty where nothing is, or where the message says it. */
  static Optional<String> of(Trouble trouble, XinetdView view) {
    boolean ends =
        view.config()
            .exit()
            .filter(e -> e == trouble || e.place().equals(trouble.place()))
            .isPresent();
    if (ends) {
      return Optional.of("xinetd ends, and no service is served");
    }
    var flaw =
        trouble.kind() == TroubleKind.MALFORMED ? view.flaw(trouble) : Optional.<XinetdFlaw>empty();
    var owner =
        view.owner(trouble)
            .filter(s -> isDroppedFor(s, trouble))
            .map(s -> "service `" + s.id() + "` is dropped");
    var swallowed = flaw.filter(f -> !f.swallowed().isEmpty()).map(Costs::swallowed);
    return owner.isPresent() && swallowed.isPresent()
        ? Optional.of(owner.get() + ", and " + swallowed.get())
        : owner.or(() -> swallowed);
  }

  private static boolean isDroppedFor(XinetdService service, Trouble trouble) {
    var outcome = service.outcome();
    return outcome.state() == Outcome.State.DROPPED
        && outcome.trouble().filter(t -> t.place().equals(trouble.place())).isPresent();
  }

  private static String swallowed(XinetdFlaw flaw) {
    var names =
        flaw.swallowed().stream().map(n -> "`" + n.text() + "`").collect(Collectors.joining(", "));
    return (flaw.swallowed().size() == 1 ? "service " : "services ")
        + names
        + (flaw.swallowed().size() == 1 ? " is" : " are")
        + " swallowed";
  }
}
