package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/** systemd is no shell: a tilde is a plain character. See systemd.service(5), "Command lines". */
final class TildeInArgument implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U503", "tilde-in-argument", WARNING, "`~` that no shell replaces");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern HOME = Pattern.compile("~[a-z_][a-z0-9_-]*/.*|~/.*|~");

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
    boolean user = facts.isUserUnit(unit);
    return Invocation.of(unit, facts)
        .filter(i -> !i.isInterpreted())
        .flatMap(
            i ->
                i.arguments().stream()
                    .filter(w -> Invocation.isBare(w) && HOME.matcher(w.text()).matches())
                    .limit(MOST))
        .map(w -> finding(w, user));
  }

  private static Diagnostic finding(Word word, boolean user) {
    var tilde = word.at(0, 1);
    var found = RULE.at(word.place(), "nothing replaces the `~` of `%s`", word.text());
    boolean own = word.text().startsWith("~/") || word.text().equals("~");
    if (user && own) {
      return found.help("write `%h`").fix("write `%h`", true, new Edit(tilde, "%h"));
    }
    return found.help("write the whole path");
  }
}
