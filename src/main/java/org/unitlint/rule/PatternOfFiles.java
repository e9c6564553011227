package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/** systemd is no shell: patterns stay as they are. See systemd.service(5), "Command lines". */
final class PatternOfFiles implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U502", "pattern-of-files", WARNING, "pattern of files that no shell replaces");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern PATTERN = Pattern.compile("/[^*?\\[]*[*?].*|/.*\\[[^\\]]+\\].*");

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
    return Invocation.of(unit, facts).flatMap(i -> of(i, facts));
  }

  private static Stream<Diagnostic> of(Invocation invocation, Facts facts) {
    if (invocation.isInterpreted() || !invocation.has(Trait.FILES)) {
      return Stream.empty();
    }
    return invocation.arguments().stream()
        .filter(w -> Invocation.isBare(w) && PATTERN.matcher(w.text()).matches())
        .limit(1)
        .map(w -> Advice.mild(finding(w, invocation), invocation.setting(), facts));
  }

  private static Diagnostic finding(Word word, Invocation invocation) {
    var place = invocation.line();
    var found =
        RULE.at(word.place(), "`%s` is taken as the name of one file", word.text())
            .note("only a shell replaces patterns by names")
            .help("let a shell run the line: `/bin/sh -c '…'`");
    boolean plain =
        place.text().chars().noneMatch(c -> c == '\'' || c == '\\' || c == '\n' || c == '$');
    return plain
        ? found.fix(
            "let a shell run it", false, new Edit(place, "/bin/sh -c '" + place.text() + "'"))
        : found;
  }
}
