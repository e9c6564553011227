package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** What a unit runs is there, but nobody may run it. See systemd.service(5), "Command lines". */
final class CommandNotExecutable implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U303", "command-not-executable", ERROR, "program that nobody may execute");
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
    return Launch.of(unit, facts)
        .flatMap(
            launch ->
                switch (launch.answer()) {
                  case NOT_EXECUTABLE ->
                      Stream.of(
                          RULE.at(launch.place(), "`%s` is not executable", launch.path())
                              .help("make it executable: `chmod +x %s`".formatted(launch.path())));
                  case FOLDER ->
                      Stream.of(
                          RULE.at(launch.place(), "`%s` is a folder, not a program", launch.path())
                              .help("add the name of the program"));
                  default -> Stream.empty();
                });
  }
}
