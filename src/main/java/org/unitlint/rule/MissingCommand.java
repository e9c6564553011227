package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Programs;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Paths;

/** The program that a unit runs is not there. See systemd.service(5), "Command lines". */
final class MissingCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U302", "missing-command", ERROR, "program that does not exist");
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
        .filter(launch -> launch.answer() == Programs.Answer.MISSING)
        .map(launch -> finding(launch, facts));
  }

  private static Diagnostic finding(Launch launch, Facts facts) {
    if (!launch.path().startsWith("/")) {
      return RULE.at(
              launch.place(),
              "program `%s` is in none of the folders that systemd searches",
              launch.path())
          .help("write its whole path, or name its folder in `ExecSearchPath=`");
    }
    var found = RULE.at(launch.place(), "program `%s` does not exist", launch.path());
    var elsewhere = facts.machine().programs().elsewhere(Paths.name(launch.path()));
    if (elsewhere.isEmpty()) {
      return found.help("correct the path, or install the program");
    }
    var meant = found.help("did you mean `" + elsewhere.get() + "`?");
    return launch.place().text().equals(launch.path())
        ? meant.fix("write that path", false, new Edit(launch.place(), elsewhere.get()))
        : meant;
  }
}
