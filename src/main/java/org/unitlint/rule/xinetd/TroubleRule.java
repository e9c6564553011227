package org.unitlint.rule.xinetd;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** A rule that tells what was noticed while the configuration was read. */
interface TroubleRule extends XinetdRule {
  /** The kinds of troubles that it tells. */
  Stream<TroubleKind> kinds();

  /** The trouble as a finding; more than one or none where that is better. */
  Stream<Diagnostic> told(Trouble trouble, XinetdView view);

  @Override
  default Stream<Diagnostic> check(XinetdView view) {
    return kinds().flatMap(view::troubles).flatMap(t -> told(t, view));
  }
}
