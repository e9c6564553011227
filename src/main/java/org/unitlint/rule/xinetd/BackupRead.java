package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Paths;

/**
 * Only a dot or a tilde keeps a file of a folder from being read. See xinetd.conf(5), {@code
 * includedir}.
 */
final class BackupRead implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X420", "backup-read", WARNING, "a backup is read like any other file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BACKUP_READ);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String path = trouble.word(0);
    var services = view.config().services().stream().filter(s -> s.path().equals(path)).toList();
    boolean off = services.stream().allMatch(s -> s.outcome().isDisabled());
    if (services.isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        INFO.at(trouble.place(), "the backup `%s` is read like any other file", Paths.name(path))
            .as(off ? Severity.INFO : WARNING)
            .label(trouble.others().get(0), "its folder is read here")
            .help("move it elsewhere, or end its name with `~` or `.bak`"));
  }
}
