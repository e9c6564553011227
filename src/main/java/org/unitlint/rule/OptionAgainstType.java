package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Word;

/**
 * Whether a program goes to the background must fit what systemd waits for. See systemd.service(5),
 * Type=.
 */
final class OptionAgainstType implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U249", "option-against-type", WARNING, "option of a program that does not fit `Type=`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStart");

  private static final Set<String> FOREGROUND =
      Set.of(
          "--foreground",
          "--no-daemon",
          "--nodaemon",
          "--no-daemonize",
          "--nofork",
          "--no-fork",
          "--dont-fork",
          "--no-detach",
          "-foreground",
          "-nodaemon");
  private static final Set<String> BACKGROUND =
      Set.of("--daemonize", "--daemonise", "-daemonize", "--fork");
  private static final Set<String> RUNNING = Set.of("simple", "exec", "notify", "notify-reload");

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
    return Service.of(unit, facts).flatMap(OptionAgainstType::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    boolean forking = service.is("forking");
    if (!forking && !RUNNING.contains(service.type())
        || service.on("RemainAfterExit").isPresent()) {
      return Stream.empty();
    }
    return service
        .invocations(Set.of("ExecStart"))
        .filter(i -> !i.isInterpreted() && !i.has(Trait.RUNS))
        .flatMap(i -> option(i, forking ? FOREGROUND : BACKGROUND).stream())
        .map(w -> service.typed(finding(w, forking)));
  }

  /** The first such option, unless a word behind it says no. */
  private static Optional<Word> option(Invocation invocation, Set<String> options) {
    var words = invocation.arguments();
    for (int i = 0; i < words.size(); i++) {
      if (options.contains(words.get(i).text())) {
        boolean no = i + 1 < words.size() && words.get(i + 1).text().matches("no|off|false|0");
        return no ? Optional.empty() : Optional.of(words.get(i));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic finding(Word option, boolean forking) {
    return forking
        ? RULE.at(
                option.place(),
                "`%s` keeps the program in the foreground, and `Type=forking` waits for its end",
                option.text())
            .help("use `Type=simple`, or drop the option")
        : RULE.at(
                option.place(),
                "`%s` sends the program to the background, so that systemd takes the service for"
                    + " ended",
                option.text())
            .help("drop the option, or use `Type=forking`");
  }
}
