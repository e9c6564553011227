package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.syntax.Word;

/**
 * A command that waits for its own unit, or for one that waits for this unit, never ends. See
 * systemctl(1), --no-block.
 */
final class WaitsForItself implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U513",
          "waits-for-itself",
          WARNING,
          "command that waits for a unit which waits for the command");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);

  private static final Set<String> JOBS =
      Set.of("start", "restart", "stop", "reload", "try-restart", "reload-or-restart", "isolate");
  private static final Set<String> UP = Set.of("start", "restart", "reload-or-restart");
  private static final Set<String> WHILE_STARTING =
      Set.of("ExecCondition", "ExecStartPre", "ExecStartPost");

  /** How many units of one command are looked at. */
  private static final int MOST = 50;

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
        .filter(s -> !Service.mayBeOfUsers(unit, facts))
        .flatMap(s -> Invocation.of(unit, facts).flatMap(i -> of(i, s).stream()));
  }

  private static Optional<Diagnostic> of(Invocation invocation, Service service) {
    var words =
        invocation.arguments().stream().filter(w -> !w.text().startsWith("-")).limit(MOST).toList();
    boolean waits =
        invocation.arguments().stream()
            .noneMatch(w -> w.text().matches("--no-block|--help|--version|--user|-H|-M"));
    if (!invocation.runs("systemctl")
        || !waits
        || words.size() < 2
        || !JOBS.contains(words.get(0).text())) {
      return Optional.empty();
    }
    boolean starting = isStarting(invocation.setting().name(), service);
    boolean up = UP.contains(words.get(0).text());
    for (Word word : words.subList(1, words.size())) {
      var name = named(word.text(), service);
      if (name.isEmpty()) {
        continue;
      }
      boolean own = service.unit().names().contains(name.get());
      if (own
          && (starting
              || invocation.setting().name().startsWith("ExecStop")
              || invocation.setting().name().equals("ExecReload"))) {
        return Optional.of(itself(word));
      }
      if (!own && starting && up && isAfter(name.get(), service)) {
        return Optional.of(later(word, name.get(), service));
      }
    }
    return Optional.empty();
  }

  /** Whether the start of the unit is not over before the command is. */
  private static boolean isStarting(String directive, Service service) {
    return WHILE_STARTING.contains(directive)
        || directive.equals("ExecStart") && service.is("oneshot", "forking");
  }

  private static Optional<String> named(String text, Service service) {
    return service
        .facts()
        .machine()
        .specifiers()
        .expand(text, service.unit().name())
        .map(n -> n.indexOf('.') < 0 ? n + ".service" : n)
        .flatMap(UnitName::parse)
        .filter(n -> !n.isTemplate())
        .map(n -> service.facts().machine().unit(n).name().toString());
  }

  private static boolean isAfter(String other, Service service) {
    return service
        .facts()
        .edge(other, Dependency.AFTER, service.unit().name().toString())
        .isPresent();
  }

  private static Diagnostic itself(Word word) {
    return RULE.at(
            word.place(),
            "the unit waits for itself: `systemctl` returns only when the job is done")
        .help("add `--no-block`, or drop the command");
  }

  private static Diagnostic later(Word word, String other, Service service) {
    return RULE.at(
            word.place(),
            "`%s` starts after `%s`, whose start waits for this command",
            other,
            service.unit().name())
        .help("add `--no-block`, or name the unit in `Wants=`");
  }
}
