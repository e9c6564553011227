package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/**
 * When the shell ends, systemd takes the service for ended and kills what is left. See
 * systemd.service(5), Type=.
 */
final class BackgroundScript implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U514", "background-script", WARNING, "script that leaves its program in the background");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStart");

  private static final Pattern BACKGROUND = Pattern.compile("(?<![&>|\\\\])&\\s*$");
  private static final Set<String> RUNNING =
      Set.of("simple", "exec", "notify", "notify-reload", "oneshot");
  private static final Set<String> KEEPING = Set.of("process", "none");

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
    return Service.of(unit, facts)
        .filter(s -> RUNNING.contains(s.type()) && s.on("RemainAfterExit").isEmpty())
        .filter(s -> !KEEPING.contains(s.word("KillMode", "")))
        .flatMap(s -> s.invocations(Set.of("ExecStart")).flatMap(i -> of(i, s).stream()));
  }

  private static Optional<Diagnostic> of(Invocation invocation, Service service) {
    return invocation
        .script()
        .filter(s -> BACKGROUND.matcher(s.text()).find() && !s.text().matches("(?s).*\\bwait\\b.*"))
        .map(s -> finding(s, service));
  }

  private static Diagnostic finding(Word script, Service service) {
    int at = script.text().lastIndexOf('&');
    var place = script.at(at, at + 1);
    return service.typed(
        RULE.at(place, "the shell ends at once, and systemd kills what it left in the background")
            .help("drop the `&`: systemd runs services in the background anyway")
            .fix("drop the `&`", !service.is("oneshot"), new Edit(place, "")));
  }
}
