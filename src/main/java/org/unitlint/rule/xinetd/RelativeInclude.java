package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * A path that does not begin at the root depends on the folder in which xinetd was started, which
 * it leaves: read again, the path means another file. See xinetd.conf(5), {@code include}.
 */
final class RelativeInclude implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X422", "relative-include", HINT, "an included path depends on where xinetd is started");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.INCLUDE_RELATIVE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(
                trouble.place(),
                "`%s` depends on the folder in which xinetd is started",
                trouble.word(0))
            .note("when xinetd reads its files again it is in `/`")
            .help("write the whole path"));
  }
}
