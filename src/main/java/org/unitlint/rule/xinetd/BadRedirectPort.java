package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/** {@code redirect} takes a host and a port, by number or by its name in services(5). */
final class BadRedirectPort implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X209", "bad-redirect-port", ERROR, "`redirect` to what is no port");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.BAD_REDIRECT_PORT);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    String word = trouble.word(1);
    var found =
        INFO.at(trouble.place(), "`%s` is neither a port nor a TCP service of services(5)", word)
            .help("write a number from 1 to 65535");
    return Stream.of(
        Bare.of(word)
            .filter(b -> b.matches("[1-9][0-9]{0,4}"))
            .map(b -> found.fix("write `" + b + "`", true, new Edit(trouble.place(), b)))
            .orElse(found));
  }
}
