package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** A server has to be executable when xinetd reads its path. See access(2). */
final class ServerNotExecutable implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X222", "server-not-executable", ERROR, "server that may not be executed");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.SERVER_NOT_EXECUTABLE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var found =
        INFO.at(trouble.place(), "server `%s` is not executable", trouble.word(0))
            .help("name a program, or make it one: `chmod +x " + trouble.word(0) + "`");
    return Stream.of(Costs.notedIfServed(found, trouble, view));
  }
}
