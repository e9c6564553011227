package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/** A shell takes one word behind -c for the script. See sh(1). */
final class UnquotedScript implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U508", "unquoted-script", WARNING, "script for a shell that is not quoted");
  private static final Subject SUBJECT = Subject.COMMANDS;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Invocation.of(unit, facts).flatMap(i -> of(i).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation) {
    var rest = invocation.behindScript();
    return invocation
        .script()
        .filter(s -> !rest.isEmpty() && Invocation.isBare(s) && s.text().indexOf('$') < 0)
        .filter(s -> !invocation.runs("su"))
        .map(s -> finding(s, rest));
  }

  private static Diagnostic finding(Word script, List<Word> rest) {
    var last = rest.get(rest.size() - 1).place();
    var whole = script.place().to(last);
    var found =
        RULE.at(script.place(), "the shell takes only `%s` for the script", script.text())
            .label(
                rest.get(0).place().to(last),
                rest.size() == 1 ? "is `$0` of the script" : "are `$0`, `$1` … of the script")
            .help("put quotes around the whole script");
    boolean plain = whole.text().chars().noneMatch(c -> c == '\'' || c == '\n');
    return plain ? found.fix("quote it", true, new Edit(whole, "'" + whole.text() + "'")) : found;
  }
}
