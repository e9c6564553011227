package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.List;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/** kill needs to know whom. See kill(1). */
final class KillWithoutProcess implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U245", "kill-without-process", ERROR, "`kill` that names no process");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);

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
    return Service.of(unit, facts).flatMap(KillWithoutProcess::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    return Invocation.of(service.unit(), service.facts())
        .filter(i -> i.runs("kill") && !namesProcess(i.arguments()))
        .map(KillWithoutProcess::finding);
  }

  private static boolean namesProcess(List<Word> words) {
    boolean takesValue = false;
    for (Word word : words) {
      String text = word.text();
      if (!takesValue && !text.startsWith("-")) {
        return true;
      }
      if (text.startsWith("-l") || text.startsWith("-L") || text.startsWith("--")) {
        return true;
      }
      takesValue = !takesValue && (text.equals("-s") || text.equals("-n") || text.equals("-q"));
    }
    return words.stream().filter(w -> w.text().startsWith("-")).count() > 1
        && !words.get(0).text().equals("-s");
  }

  private static Diagnostic finding(Invocation invocation) {
    var place = invocation.command().place();
    var found = RULE.at(place, "`%s` names no process, so the command fails", place.text());
    boolean known = !invocation.setting().name().matches("ExecStart|ExecStartPre|ExecCondition");
    if (!known || invocation.arguments().isEmpty()) {
      return found.help("name the process");
    }
    int end = place.span().end();
    return found
        .help("add `$MAINPID`, the main process of the service")
        .fix("add `$MAINPID`", true, new Edit(place.source().place(end, end), " $MAINPID"));
  }
}
