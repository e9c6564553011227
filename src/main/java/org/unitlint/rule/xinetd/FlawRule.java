package org.unitlint.rule.xinetd;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.XinetdFlaw;

/** A rule that tells what is wrong with the text itself. */
interface FlawRule extends XinetdRule {
  /** The kinds of flaws that it tells. */
  Set<XinetdFlaw.Kind> flaws();

  /** The flaw as a finding, without what it costs; none where that is better. */
  Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view);

  @Override
  default Stream<Diagnostic> check(XinetdView view) {
    return view.troubles(TroubleKind.MALFORMED)
        .flatMap(
            t ->
                view.flaw(t).stream()
                    .filter(f -> flaws().contains(f.kind()) && !f.follows())
                    .flatMap(f -> told(f, view))
                    .map(d -> Costs.noted(d, t, view)));
  }
}
