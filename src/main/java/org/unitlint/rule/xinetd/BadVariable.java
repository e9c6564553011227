package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;

/** Each word of {@code env} is a name, {@code =} and a value. See xinetd.conf(5). */
final class BadVariable implements ValueRule {
  private static final RuleInfo INFO =
      new RuleInfo("X207", "variable-without-value", ERROR, "word of `env` without `=`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Stream<TroubleKind> kinds() {
    return Stream.of(TroubleKind.NO_EQUALS);
  }

  @Override
  public Stream<Diagnostic> found(Trouble trouble, XinetdView view) {
    var line = view.line(trouble.place());
    boolean first = line.filter(l -> l.values().get(0).place().equals(trouble.place())).isPresent();
    var found = INFO.at(trouble.place(), "`%s` in `env` has no `=`", trouble.word(1));
    return Stream.of(
        first
            ? found.help("write `NAME=VALUE`; `passenv` hands a variable of xinetd on")
            : found.help("write `NAME=VALUE`; a value cannot hold blanks, and quotes do not help"));
  }
}
