package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Variable;

/**
 * A variable that nothing sets is replaced by nothing. See systemd.exec(5), "Environment variables
 * in spawned processes".
 */
final class UnsetVariable implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U505", "unset-variable", WARNING, "variable that nothing sets");
  private static final Subject SUBJECT = Subject.COMMANDS;

  /** How many variables of one command are looked at. */
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
        .flatMap(
            i ->
                i.command().variables().stream()
                    .filter(Variable::hasValidName)
                    .filter(v -> !variables.isSet(v.name()))
                    .filter(v -> !variables.isOwn(v.name(), i.setting().name()))
                    .limit(MOST)
                    .flatMap(v -> of(v, i, variables, facts).stream()));
  }

  private static Optional<Diagnostic> of(
      Variable variable, Invocation invocation, Variables variables, Facts facts) {
    String directive = invocation.setting().name();
    String name = variable.name();
    var own = variables.own(name);
    boolean elsewhere = own.filter(v -> !v.commands().isEmpty()).isPresent();
    var meant = own.isPresent() ? Optional.<String>empty() : variables.meant(name, directive);
    boolean ofScript = isOfScript(variable, invocation);
    boolean certain = variables.isComplete() || elsewhere || ofScript;
    if (!certain && !isSlip(name, meant)) {
      return Optional.empty();
    }
    String written = variable.wholeWord() ? "$" + name : "${" + name + "}";
    var found = RULE.at(variable.place(), "`%s` is set nowhere, and replaced by nothing", written);
    if (meant.isPresent() && !ofScript) {
      found = meant(found, variable, meant.get());
    } else if (isOfShell(variable, invocation)) {
      found = ofShell(found, variable, ofScript);
    } else if (elsewhere) {
      found =
          RULE.at(variable.place(), "`$%s` is not set in `%s=`", name, directive)
              .help("it is there only in " + list(own.get().commands()));
    } else if (own.isPresent() && !own.get().setBy().isEmpty()) {
      found = found.help("systemd sets it for units with " + list(own.get().setBy()));
    } else {
      found = found.help("set it with `Environment=%s=…`, or drop it".formatted(name));
    }
    if (variables.hasFiles() && meant.isEmpty() && !elsewhere && !ofScript) {
      found = found.as(INFO);
    }
    return Optional.of(Advice.mild(found, invocation.setting(), facts));
  }

  /** Whether a name is so near to a known one that it must be a slip of the hand. */
  private static boolean isSlip(String name, Optional<String> meant) {
    return meant
        .filter(m -> m.equals("MAINPID") || m.length() > 5 && Nearest.distance(m, name) == 1)
        .isPresent();
  }

  private static Diagnostic meant(Diagnostic found, Variable variable, String meant) {
    String text = variable.wholeWord() ? "$" + meant : "${" + meant + "}";
    return found
        .help("did you mean `%s`?".formatted(text))
        .fix(
            "write `%s`".formatted(text),
            meant.equals("MAINPID"),
            new Edit(variable.place(), text));
  }

  private static boolean isOfShell(Variable variable, Invocation invocation) {
    var span = variable.place().span();
    return !variable.wholeWord()
        && invocation
            .script()
            .map(s -> s.place().span())
            .filter(s -> s.start() <= span.start() && span.end() <= s.end())
            .isPresent();
  }

  /** Whether the script itself sets the variable before it uses it. */
  private static boolean isOfScript(Variable variable, Invocation invocation) {
    String name = Pattern.quote(variable.name());
    return isOfShell(variable, invocation)
        && Pattern.compile("\\b(for|read( -\\w+)*) +" + name + "\\b|(?<![\\w$])" + name + "=")
            .matcher(invocation.script().orElseThrow().text())
            .find();
  }

  private static Diagnostic ofShell(Diagnostic found, Variable variable, boolean certain) {
    var start = variable.place().span().start();
    return found
        .note("systemd replaces it before the shell sees the script")
        .help("write `$${%s}`, for the shell to replace it".formatted(variable.name()))
        .fix(
            "double the dollar",
            certain,
            new Edit(variable.place().source().place(start, start + 1), "$$"));
  }

  private static String list(List<String> directives) {
    return directives.stream().map(d -> "`" + d + "=`").collect(Collectors.joining(", "));
  }
}
