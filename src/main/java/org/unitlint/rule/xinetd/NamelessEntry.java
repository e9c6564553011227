package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.XinetdFlaw;

/** A head needs a name, an include a path. See xinetd.conf(5). */
final class NamelessEntry implements FlawRule {
  private static final RuleInfo INFO =
      new RuleInfo("X103", "entry-without-name", ERROR, "`service` or include without an argument");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Set<XinetdFlaw.Kind> flaws() {
    return Set.of(XinetdFlaw.Kind.MISSING_NAME);
  }

  @Override
  public Stream<Diagnostic> told(XinetdFlaw flaw, XinetdView view) {
    String keyword = AsciiCase.lower(flaw.place().text());
    boolean service = keyword.equals("service");
    var found =
        INFO.at(flaw.place(), service ? "`service` without a name" : "`%s` without a path", keyword)
            .help(service ? "write `service NAME`" : "write the path behind it, or drop the line");
    return Stream.of(found);
  }
}
