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

/** Inside a word only braces make a variable. See systemd.service(5), "Command lines". */
final class VariableInsideWord implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U504", "variable-inside-word", WARNING, "variable without braces inside a word");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern INSIDE = Pattern.compile("(?<=[^$\\\\])\\$([A-Za-z_][A-Za-z0-9_]*)");
  private static final Pattern START =
      Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)(.+)", Pattern.DOTALL);
  private static final Pattern CAPITALS = Pattern.compile("[A-Z_][A-Z0-9_]+");

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
        .filter(i -> !i.command().has(Prefix.NO_VARIABLES))
        .flatMap(i -> i.arguments().stream().flatMap(w -> of(w, i, variables)).limit(MOST));
  }

  private static Stream<Diagnostic> of(Word word, Invocation invocation, Variables variables) {
    boolean script = invocation.script().filter(s -> s == word).isPresent();
    if (script && word.text().startsWith("$(")) {
      return Stream.of(vanishing(word, "(", invocation, variables));
    }
    var start = START.matcher(word.text());
    if (start.matches() && !Character.isLetterOrDigit(start.group(2).charAt(0))) {
      return Stream.of(vanishing(word, start.group(1), invocation, variables));
    }
    if (invocation.isInterpreted() || invocation.has(Trait.SCRIPT)) {
      return Stream.empty();
    }
    var inside = INSIDE.matcher(word.text());
    return inside
        .results()
        .filter(m -> variables.isSet(m.group(1)) || CAPITALS.matcher(m.group(1)).matches())
        .limit(1)
        .map(m -> literal(word.at(m.start(), m.end()), m.group(1), variables));
  }

  private static Diagnostic literal(Place place, String name, Variables variables) {
    return RULE.at(place, "`$%s` is not replaced inside a word", name)
        .note("without braces a variable must be a word of its own")
        .help("write `${%s}`".formatted(name))
        .fix("add braces", variables.isSet(name), new Edit(place, "${" + name + "}"));
  }

  private static Diagnostic vanishing(
      Word word, String name, Invocation invocation, Variables variables) {
    var dollar = word.at(0, 1);
    var place = word.at(0, name.length() + 1);
    boolean script = invocation.script().filter(s -> s == word).isPresent();
    var found =
        RULE.at(
            script ? place : word.place(),
            script
                ? "the script vanishes: all of it is taken for the name of a variable"
                : "`%s` vanishes: all of it is taken for the name of a variable",
            word.text());
    return script
        ? found
            .help("write `$$%s`, for the shell to replace it".formatted(name))
            .fix("double the dollar", true, new Edit(dollar, "$$"))
        : found
            .help("write `${%s}`".formatted(name))
            .fix("add braces", variables.isSet(name), new Edit(place, "${" + name + "}"));
  }
}
