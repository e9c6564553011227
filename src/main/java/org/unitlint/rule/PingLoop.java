package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** There are targets to wait for the network. See systemd.special(7), network-online.target. */
final class PingLoop implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U515", "ping-loop", INFO, "loop that waits for the network");
  private static final Subject SUBJECT = Subject.COMMANDS.with("ExecCondition", "ExecStartPre");

  private static final Pattern LOOP =
      Pattern.compile(
          "\\b(until|while)\\b[^;]{0,300}\\b(ping6?|nslookup)\\b[^;]{0,300};\\s{0,20}do\\b");
  private static final Pattern LOCAL = Pattern.compile("localhost|127\\.0\\.0\\.1|::1");

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
    return Invocation.of(unit, facts).flatMap(i -> of(i, facts).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation, Facts facts) {
    boolean early = invocation.setting().name().matches("ExecCondition|ExecStartPre");
    return invocation
        .script()
        .filter(s -> early && !LOCAL.matcher(s.text()).find())
        .flatMap(
            s ->
                Optional.of(LOOP.matcher(s.text()))
                    .filter(Matcher::find)
                    .map(m -> s.at(m.start(), m.end())))
        .map(
            place ->
                RULE.at(place, "the start waits in a loop until something answers")
                    .help(
                        "use `After=network-online.target` with `Wants=network-online.target`,"
                            + " and let `Restart=on-failure` try again"))
        .map(f -> Advice.mild(f, invocation.setting(), facts));
  }
}
