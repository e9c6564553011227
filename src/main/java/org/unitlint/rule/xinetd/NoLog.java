package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Paths;

/** xinetd makes the file of a log when it starts a service, but not its folder. */
final class NoLog implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X316", "no-log-folder", ERROR, "log file that cannot be made");

  /** Folders that no machine lacks while it runs, whatever its files show. */
  private static final Set<String> ALWAYS = Set.of("/var/log", "/run", "/var/run", "/tmp");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_LOG);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var file = Owner.word(trouble, trouble.word(0), view);
    String folder = Paths.parent(trouble.word(0));
    if (ALWAYS.contains(folder)) {
      return Stream.empty();
    }
    boolean isFolder = view.machine().programs().exists(trouble.word(0)).orElse(false);
    var found =
        isFolder
            ? INFO.at(file, "log `%s` is a folder", trouble.word(0)).help("name a file")
            : INFO.at(file, "the folder of log `%s` does not exist", trouble.word(0))
                .help("make `" + folder + "` before xinetd starts, or log elsewhere");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
