package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/**
 * In a service any value of {@code v6only} means yes, in the defaults none has an effect; the
 * manual page says otherwise. See xinetd.conf(5), {@code v6only}.
 */
final class V6onlyMisread implements TroubleRule {
  private static final RuleInfo INFO =
      new RuleInfo("X410", "v6only-misread", WARNING, "`v6only` does not do what it says");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.V6ONLY_ANYWAY, TroubleKind.V6ONLY_IN_DEFAULTS);
  }

  @Override
  public Stream<Diagnostic> told(Trouble trouble, XinetdView view) {
    var line = Lines.at(view, trouble.place());
    boolean no = line.filter(l -> Lines.word(l, "no").isPresent()).isPresent();
    boolean inService = trouble.kind() == TroubleKind.V6ONLY_ANYWAY;
    var found =
        inService
            ? INFO.at(trouble.place(), "`v6only = no` refuses clients over IPv4 all the same")
                .note("in a service any value of `v6only` means yes")
            : INFO.at(trouble.place(), "`v6only` has no effect in the defaults")
                .as(no ? Severity.INFO : WARNING);
    return Stream.of(
        no && line.isPresent()
            ? found.help("drop the line").fix("remove the line", true, Lines.without(line.get()))
            : found.help("write `v6only = yes` into each service"));
  }
}
