package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** xinetd ends at once without its main file. See xinetd(8). */
final class NoMainFile implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X153", "no-main-file", WARNING, "xinetd without its main file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_MAIN_FILE);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return view
        .daemon()
        .unit()
        .map(
            u ->
                INFO.at(
                        trouble.place(),
                        "`%s`, which `%s` has xinetd read, cannot be read",
                        trouble.word(0),
                        u.name())
                    .note("xinetd ends at once")
                    .help("write the file, or do not start xinetd"))
        .stream();
  }
}
