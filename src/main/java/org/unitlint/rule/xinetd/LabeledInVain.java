package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** {@code LABELED} works for streams that do not wait, and for servers that xinetd runs. */
final class LabeledInVain implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X309", "labeled-in-vain", ERROR, "`LABELED` with what cannot be labeled");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.LABELED);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var place = Owner.word(trouble, "LABELED", view);
    String what =
        switch (trouble.word(0)) {
          case "internal" -> "an internal service";
          case "socket_type" -> "anything but streams";
          case "wait" -> "`wait = yes`";
          default -> "a redirection";
        };
    var found = INFO.at(place, "`LABELED` with " + what).help("drop the flag");
    return Stream.of(Costs.noted(found, trouble, view));
  }
}
