package org.unitlint.rule.xinetd;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.xinetd.Trouble;

/** A rule that tells what is wrong with values, unless a comment or a line end explains it. */
interface ValueRule extends TroubleRule {
  /** The trouble as a finding, without what it costs; none where that is better. */
  Stream<Diagnostic> found(Trouble trouble, XinetdView view);

  @Override
  default Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Remark.isTold(trouble, view)
        ? Stream.empty()
        : found(trouble, view).map(d -> Costs.noted(d, trouble, view));
  }
}
