package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;
import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Program;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** What a wrapper does to a program a unit can say itself. See systemd.exec(5). */
final class NeedlessWrapper implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U511", "needless-wrapper", INFO, "program that does what a setting can do");
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
    // A manager of a user cannot change the user, and what cannot work another rule tells.
    boolean silent =
        Service.mayBeOfUsers(unit, facts)
            || new SudoWithoutPrivileges().check(unit, facts).findAny().isPresent();
    return Invocation.of(unit, facts)
        .filter(i -> !silent || !i.runs("sudo", "doas", "su", "runuser"))
        .flatMap(i -> of(i, facts).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation, Facts facts) {
    return facts
        .catalog()
        .program(invocation.program())
        .filter(p -> p.instead().isPresent() && !invocation.arguments().isEmpty())
        .map(p -> finding(p, invocation))
        .map(f -> Advice.mild(f, invocation.setting(), facts));
  }

  private static Diagnostic finding(Program program, Invocation invocation) {
    var path = invocation.command().path();
    var found =
        RULE.at(path.place(), "no need for `%s`: systemd does that itself", program.name())
            .help(program.instead().orElseThrow());
    found = program.certain() ? found : found.as(HINT);
    var next = invocation.arguments().get(0);
    boolean bare =
        invocation.runs("nohup", "setsid")
            && next.text().startsWith("/")
            && Invocation.isBare(path);
    if (!bare) {
      return found;
    }
    var source = path.place().source();
    return found.fix(
        "leave it out",
        false,
        new Edit(source.place(path.place().span().start(), next.place().span().start()), ""));
  }
}
