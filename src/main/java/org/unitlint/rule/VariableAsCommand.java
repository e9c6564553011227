package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.syntax.CommandFlaw;
import org.unitlint.syntax.CommandLine;

/**
 * systemd is no shell: in place of a program it neither sets nor replaces variables. See
 * systemd.service(5), "Command lines".
 */
final class VariableAsCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U305", "variable-as-command", ERROR, "variable in place of a program");
  private static final Subject SUBJECT = Subject.COMMANDS;
  private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*");

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
    return facts.of(unit).commands().stream().flatMap(c -> ofLine(c.line()));
  }

  private static Stream<Diagnostic> ofLine(CommandLine line) {
    return Stream.concat(
        line.commands().stream()
            .filter(c -> isAssignment(c.path().text()))
            .map(c -> prefix(c.path().place())),
        line.flaws().stream().flatMap(VariableAsCommand::ofFlaw));
  }

  /** Whether a shell would take the word for an assignment. */
  static boolean isAssignment(String word) {
    return ASSIGNMENT.matcher(word).matches();
  }

  private static Stream<Diagnostic> ofFlaw(CommandFlaw flaw) {
    var place = flaw.place();
    return switch (flaw.kind()) {
      case RELATIVE_PATH -> isAssignment(place.text()) ? Stream.of(prefix(place)) : Stream.empty();
      case VARIABLE_IN_PATH ->
          Stream.of(
              RULE.at(place, "`%s` is not replaced in the path of a program", place.text())
                  .help(
                      "write the path, or let a shell replace it: `/bin/sh -c 'exec \"%s\" …'`"
                          .formatted(place.text())));
      default -> Stream.empty();
    };
  }

  private static Diagnostic prefix(Place place) {
    return RULE.at(place, "`%s` is taken for the name of a program", place.text())
        .help("set it with `Environment=%s`".formatted(place.text()));
  }
}
