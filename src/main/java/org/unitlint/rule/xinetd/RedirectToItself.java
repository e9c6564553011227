package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * A redirection whose target is the service itself makes one connection after the other until
 * nothing is left. See xinetd.conf(5), {@code redirect}.
 */
final class RedirectToItself implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "X424", "redirect-to-itself", ERROR, "a service passes connections on to itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.REDIRECT_TO_ITSELF);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    return Stream.of(
        INFO.at(
                trouble.place(),
                "`%s` is where %s listens itself",
                trouble.place().text(),
                Services.named(trouble, view).orElse("the service"))
            .note("each connection makes the next one, until xinetd can make no more")
            .help("name another host or port"));
  }
}
