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
import org.unitlint.syntax.Variable;
import org.unitlint.syntax.Word;

/**
 * Of what shells do with variables systemd replaces the plain one only. See systemd.service(5),
 * "Command lines".
 */
final class ShellExpansion implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U506", "shell-expansion", WARNING, "expansion of a shell that systemd does not know");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern WITH_COLON =
      Pattern.compile("(?<!\\$)\\$\\{([A-Za-z_][A-Za-z0-9_]*):[^}]*\\}");

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
    return Invocation.of(unit, facts).flatMap(i -> of(i, facts));
  }

  private static Stream<Diagnostic> of(Invocation invocation, Facts facts) {
    if (invocation.command().has(Prefix.NO_VARIABLES)) {
      return Stream.empty();
    }
    boolean shell = invocation.isInterpreted();
    var vanishing =
        invocation.command().variables().stream()
            .filter(v -> !v.wholeWord() && !v.hasValidName() && !v.name().isEmpty())
            .map(v -> vanishing(v, shell));
    var literal =
        invocation.arguments().stream()
            .filter(w -> !shell && !invocation.has(Trait.SCRIPT))
            .flatMap(ShellExpansion::literal);
    return Stream.concat(vanishing, literal)
        .limit(MOST)
        .map(f -> Advice.mild(f, invocation.setting(), facts));
  }

  private static Stream<Diagnostic> literal(Word word) {
    return WITH_COLON
        .matcher(word.text())
        .results()
        .map(m -> literal(word.at(m.start(), m.end()), m.group(1)));
  }

  private static Diagnostic literal(Place place, String name) {
    return RULE.at(place, "`%s` stays as it is: systemd knows no default values", place.text())
        .help("write `${%s}`, and set it with `Environment=%s=…`".formatted(name, name));
  }

  private static Diagnostic vanishing(Variable variable, boolean shell) {
    var place = variable.place();
    var found = RULE.at(place, "`%s` vanishes: no variable has such a name", place.text());
    if (!shell) {
      return found.help("systemd knows `${NAME}` only");
    }
    int start = place.span().start();
    return found
        .note("systemd replaces it before the shell sees the script")
        .help("write `$%s`, for the shell to replace it".formatted(place.text()))
        .fix("double the dollar", true, new Edit(place.source().place(start, start + 1), "$$"));
  }
}
