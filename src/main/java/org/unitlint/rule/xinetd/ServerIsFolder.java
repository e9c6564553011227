package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * A folder may be executed as far as access(2) goes, so that xinetd takes it for a server. See
 * xinetd.conf(5), {@code server}.
 */
final class ServerIsFolder implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X417", "server-is-folder", ERROR, "the server is a folder");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.SERVER_IS_FOLDER);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(trouble.place(), "the server `%s` is a folder", trouble.word(0))
            .note("xinetd takes it, and fails at each connection")
            .help("name the program in it"));
  }
}
