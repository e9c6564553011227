package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Programs;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;

/** A script runs by the program that its first line names. See execve(2). */
final class MissingInterpreter implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U304", "missing-interpreter", ERROR, "script whose interpreter does not exist");
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
    var programs = facts.machine().programs();
    return Launch.of(unit, facts)
        .filter(launch -> launch.answer() == Programs.Answer.FOUND)
        .filter(launch -> launch.path().startsWith("/"))
        .flatMap(
            launch ->
                programs.interpreter(launch.path()).stream()
                    .filter(interpreter -> programs.at(interpreter) == Programs.Answer.MISSING)
                    .map(interpreter -> finding(launch, interpreter, programs)));
  }

  private static Diagnostic finding(Launch launch, String interpreter, Programs programs) {
    var finding =
        RULE.at(
            launch.place(),
            "script `%s` asks for `%s`, which does not exist",
            launch.path(),
            interpreter);
    return programs
        .elsewhere(Paths.name(interpreter))
        .map(other -> finding.help("begin the script with `#!%s`".formatted(other)))
        .orElse(finding);
  }
}
