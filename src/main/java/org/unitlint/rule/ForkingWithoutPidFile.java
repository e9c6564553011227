package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Variable;

/**
 * Without a PID file systemd must guess which process of a forking service is the main one. See
 * systemd.service(5), Type=.
 */
final class ForkingWithoutPidFile implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U229",
          "forking-without-pid-file",
          INFO,
          "forking service whose main process must be guessed");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("Type");

  private static final Set<String> WITH_MAIN_PROCESS =
      Set.of("ExecStartPost", "ExecReload", "ExecStop");

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
    return Service.of(unit, facts).flatMap(ForkingWithoutPidFile::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var type = service.last("Type").filter(t -> t.is("forking"));
    if (type.isEmpty()
        || service.last("PIDFile").isPresent()
        || !service.unit().flag("Service", "GuessMainPID", true)
        || service.on("RemainAfterExit").isPresent()) {
      return Stream.empty();
    }
    var found =
        RULE.at(
                type.get().place(),
                "`Type=forking` without `PIDFile=`: the main process is guessed")
            .note(
                "with more than one process left the guess may fail, and then systemd watches none")
            .help(
                "run the program in the foreground with `Type=simple` or `notify`,"
                    + " or name its PID file");
    var relying = relying(service);
    var told = relying.map(p -> found.label(p, "relies on it")).orElse(found);
    return Stream.of(Advice.mild(told, type.get(), service.facts()));
  }

  /** What does not work if the guess fails. */
  private static Optional<Place> relying(Service service) {
    var variable =
        service
            .invocations(WITH_MAIN_PROCESS)
            .flatMap(i -> i.command().variables().stream())
            .filter(v -> v.name().equals("MAINPID"))
            .map(Variable::place)
            .findFirst();
    return variable.or(() -> service.last("Restart").filter(r -> !r.is("no")).map(Setting::place));
  }
}
