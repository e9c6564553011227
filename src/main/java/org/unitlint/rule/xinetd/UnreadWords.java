package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * Nobody reads what follows the name of a service, or the path of a file to include. See
 * xinetd.conf(5).
 */
final class UnreadWords implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X421", "unread-words", WARNING, "words that nobody reads");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.IGNORED_WORDS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    String word = trouble.word(0);
    var entry = Lines.entry(view, trouble.place());
    if (word.startsWith("#") || entry.filter(e -> e.flaw().isPresent()).isPresent()) {
      return Stream.empty();
    }
    return Stream.of(
        INFO.at(trouble.place(), "nobody reads `%s`", word)
            .as(word.startsWith("{") ? Severity.INFO : WARNING)
            .help(
                entry.isPresent()
                    ? "say what is meant by attributes; one name is all that a head has"
                    : "write one line for each path"));
  }
}
