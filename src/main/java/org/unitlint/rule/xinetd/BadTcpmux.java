package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.source.Edit;

/** A service behind tcpmux is unlisted and speaks TCP. See xinetd.conf(5), {@code type}. */
final class BadTcpmux implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X310", "bad-tcpmux", ERROR, "tcpmux service that is listed, or not TCP");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.TCPMUX_LISTED, TroubleKind.TCPMUX_NOT_TCP);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (view.cause(trouble).isPresent()) {
      return Stream.empty();
    }
    if (trouble.kind() == TroubleKind.TCPMUX_NOT_TCP) {
      var found =
          INFO.at(trouble.place(), "a tcpmux service has to speak TCP")
              .help("write `protocol = tcp`");
      return Stream.of(Costs.noted(found, trouble, view));
    }
    int end = trouble.place().span().end();
    var found =
        INFO.at(trouble.place(), "type `%s` without `UNLISTED`", trouble.place().text())
            .help("add `UNLISTED`")
            .fix(
                "add `UNLISTED`",
                true,
                new Edit(trouble.place().source().place(end, end), " UNLISTED"));
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
