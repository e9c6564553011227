package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** Of the flags IPv4 and IPv6 together the second wins; IPv4 is tried if it fails. */
final class BothFamilies implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X314", "both-families", INFO, "flags `IPv4` and `IPv6` together");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BOTH_FAMILIES);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        RULE.at(Owner.word(trouble, "IPv4", view), "`IPv4` does nothing beside `IPv6`")
            .note("xinetd listens on IPv6, which takes IPv4 clients too")
            .help("drop one of the two"));
  }
}
