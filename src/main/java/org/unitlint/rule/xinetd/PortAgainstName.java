package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.syntax.Value;

/** {@code UNLISTED} is for what is not in services(5). See xinetd.conf(5), {@code type}. */
final class PortAgainstName implements TroubleRule {
  private static final RuleInfo RULE =
      new RuleInfo("X426", "unlisted-but-listed", INFO, "an unlisted service is in services(5)");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.LISTED_ANYWAY, TroubleKind.PORT_CONTRADICTS_NAME);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    if (trouble.kind() == TroubleKind.PORT_CONTRADICTS_NAME) {
      return Stream.of(
          RULE.at(
                  trouble.place(),
                  "`%s` is the name of port %s in services(5), not of %s",
                  trouble.word(0),
                  trouble.word(1),
                  trouble.word(2))
              .as(HINT)
              .help("give the service a name of its own"));
    }
    var place = Lines.at(view, trouble.place()).flatMap(l -> Lines.word(l, "UNLISTED"));
    return Stream.of(
        RULE.at(
                place.map(Value::place).orElse(trouble.place()),
                "`%s` need not be `UNLISTED`: services(5) has it at port %s",
                trouble.word(0),
                trouble.word(1))
            .help("drop `UNLISTED`, and `port` with it"));
  }
}
