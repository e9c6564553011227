package org.unitlint.rule.xinetd;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;

/**
 * Every socket may reuse its address in xinetd 2.3.15, whether the flag is there or not. See
 * xinetd.conf(5), {@code flags}.
 */
final class ReuseFlag implements XinetdRule {
  private static final RuleInfo RULE =
      new RuleInfo("X508", "reuse-flag", INFO, "`REUSE` has no effect any more");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(XinetdView view) {
    return Services.wanted(view)
        .filter(s -> s.traits().flags().contains("REUSE"))
        .flatMap(s -> Lines.own(s, "flags", view).stream())
        .flatMap(l -> Lines.word(l, "REUSE").map(w -> told(l, w)).stream());
  }

  private static Diagnostic told(XinetdAttribute line, Value word) {
    return RULE.at(word.place(), "`%s` has no effect any more", word.text())
        .note("xinetd always lets an address be used again")
        .help("drop the flag")
        .fix("remove `" + word.text() + "`", true, Lines.without(line, word));
  }
}
