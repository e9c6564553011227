package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command.Prefix;
import org.unitlint.syntax.Word;

/**
 * Two dollars are a plain one, which only a shell replaces later. See systemd.service(5), "Command
 * lines".
 */
final class DoubledDollar implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U507",
          "doubled-dollar",
          WARNING,
          "doubled dollar before a variable that systemd should replace");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern DOUBLED = Pattern.compile("\\$\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

  /** How many findings one command may give. */
  private static final int MOST = 100;

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
    var variables = Variables.of(unit, facts);
    return Invocation.of(unit, facts)
        .filter(i -> !i.isInterpreted() && !i.has(Trait.SCRIPT))
        .filter(i -> !i.command().has(Prefix.NO_VARIABLES))
        .flatMap(
            i ->
                i.arguments().stream()
                    .flatMap(w -> of(w, i.setting().name(), variables))
                    .limit(MOST));
  }

  private static Stream<Diagnostic> of(Word word, String directive, Variables variables) {
    return DOUBLED
        .matcher(word.text())
        .results()
        .filter(m -> variables.isSet(m.group(1)) || variables.isOwn(m.group(1), directive))
        .map(m -> finding(word.at(m.start(), m.start() + 1), m.group(1)));
  }

  private static Diagnostic finding(Place dollar, String name) {
    return RULE.at(dollar, "`$$%s` is a plain dollar and a word, and no variable", name)
        .help("write one dollar: no shell reads this line")
        .fix("remove one dollar", true, new Edit(dollar, ""));
  }
}
