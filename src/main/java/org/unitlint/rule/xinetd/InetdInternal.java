package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** From inetd.conf xinetd takes some of its internal services only. */
final class InetdInternal implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X391",
          "inetd-internal",
          WARNING,
          "internal service that xinetd does not take from inetd.conf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INETD_INTERNAL);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(trouble.place(), "xinetd does not serve `%s` from inetd.conf", trouble.word(0))
            .note("xinetd skips the line")
            .help("write it as a service of `xinetd.conf`, with `type = INTERNAL`"));
  }
}
