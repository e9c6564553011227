package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/** systemd itself sends the signal that stops a service. See systemd.kill(5), KillSignal=. */
final class KillAsStopCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U243", "kill-as-stop-command", INFO, "stop command that only sends a signal");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStop");

  private static final Pattern SIGNAL =
      Pattern.compile("(?:-s\\s+|--signal[=\\s]|-n\\s+|-)?(?:SIG)?([A-Z]{2,6}[0-9]?|\\d{1,2})");
  private static final Map<String, String> NUMBERS =
      Map.of(
          "1", "HUP", "2", "INT", "3", "QUIT", "9", "KILL", "10", "USR1", "12", "USR2", "15",
          "TERM", "28", "WINCH");

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
    return Service.of(unit, facts).flatMap(KillAsStopCommand::of);
  }

  private static Stream<Diagnostic> of(Service service) {
    var stops = service.invocations(Set.of("ExecStop")).toList();
    if (stops.size() != 1 || service.word("KillMode", "").equals("none")) {
      return Stream.empty();
    }
    var stop = stops.get(0);
    return signal(stop)
        .map(signal -> Advice.mild(finding(stop, signal, service), stop.setting(), service.facts()))
        .stream();
  }

  /** The signal that the command sends to the main process and does nothing else. */
  private static Optional<String> signal(Invocation stop) {
    var words = stop.arguments();
    if (!stop.runs("kill") || words.isEmpty() || !isMainProcess(words.get(words.size() - 1))) {
      return Optional.empty();
    }
    String options =
        words.subList(0, words.size() - 1).stream()
            .map(Word::text)
            .filter(t -> !t.equals("--"))
            .collect(Collectors.joining(" "));
    if (options.isEmpty()) {
      return Optional.of("TERM");
    }
    var matcher = SIGNAL.matcher(options);
    return matcher.matches() && options.startsWith("-")
        ? Optional.of(NUMBERS.getOrDefault(matcher.group(1), matcher.group(1)))
            .filter(s -> !s.matches("\\d+"))
        : Optional.empty();
  }

  private static boolean isMainProcess(Word word) {
    return word.text().equals("$MAINPID") || word.text().equals("${MAINPID}");
  }

  private static Diagnostic finding(Invocation stop, String signal, Service service) {
    var setting = stop.setting();
    String written = "SIG" + signal;
    String own = service.last("KillSignal").map(Setting::text).orElse("SIGTERM");
    var place = stop.command().place();
    if (own.equals(written) || own.equals(signal)) {
      return RULE.at(place, "`ExecStop=` sends `%s`, as systemd does anyway", written)
          .help("remove the line")
          .fix("remove the line", true, Lines.removal(setting.assignment()));
    }
    var found =
        RULE.at(
                place,
                "`ExecStop=` sends `%s`, and systemd sends `%s` right behind it",
                written,
                own.startsWith("SIG") ? own : "SIG" + own)
            .note("systemd goes on as soon as the command has ended, and `kill` does not wait")
            .help("use `KillSignal=%s` in its place, with `KillMode=mixed`".formatted(written));
    return service.last("KillSignal").isPresent()
        ? found
        : found.fix(
            "use `KillSignal=`",
            false,
            new Edit(setting.assignment().place(), "KillSignal=" + written));
  }
}
