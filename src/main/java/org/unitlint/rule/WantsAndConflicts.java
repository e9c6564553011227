package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * What conflicts with the unit that is to start it never gets started that way. See
 * systemd.unit(5), "Conflicts=".
 */
final class WantsAndConflicts implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D362",
          "wants-and-conflicts",
          WARNING,
          "a unit conflicts with the one that is to start it");
  private static final Subject SUBJECT = Subject.ANY.with("WantedBy", "Wants", "Upholds");

  /** Who starts whom, and where that is written. */
  private record Tie(String starter, String started, String words, Place place) {}

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
    if (!facts.isInGraph(unit.name().toString())) {
      return Stream.empty();
    }
    var said = new Said(unit, facts);
    String name = unit.name().toString();
    var installed =
        said
            .first(said.installed().filter(m -> m.directive().equals("WantedBy")))
            .entrySet()
            .stream()
            .map(e -> tie(e.getKey(), name, e.getValue()));
    var wanted =
        said.first(Set.of("Wants", "Upholds")).entrySet().stream()
            .map(e -> tie(name, e.getKey(), e.getValue()));
    return Stream.concat(installed, wanted).flatMap(t -> finding(t, facts).stream());
  }

  private static Tie tie(String starter, String started, Mention m) {
    return new Tie(starter, started, m.directive() + "=" + m.written(), m.place());
  }

  private static Optional<Diagnostic> finding(Tie tie, Facts facts) {
    if (facts.unit(tie.started).filter(Unit::isLoaded).isEmpty() || !facts.isInGraph(tie.started)) {
      return Optional.empty();
    }
    return facts.reach().conflicts(tie.starter).stream()
        .filter(e -> e.to().equals(tie.started))
        .findFirst()
        .map(edge -> never(tie, edge).help("remove one of the two"))
        .or(() -> withStarter(tie, facts).map(edge -> ofStarted(tie, edge)));
  }

  /** A conflict of the unit with what starts it, or with what that needs. */
  private static Optional<Edge> withStarter(Tie tie, Facts facts) {
    return facts.reach().conflicts(tie.started).stream()
        .filter(
            e ->
                e.to().equals(tie.starter)
                    || facts.reach().needing(e.to()).containsKey(tie.starter))
        .findFirst();
  }

  private static Diagnostic never(Tie tie, Edge conflict) {
    var found =
        RULE.at(
            tie.place,
            "`%s` never starts `%s`: it conflicts with `%s`",
            tie.words,
            tie.started,
            conflict.other(tie.started));
    return label(found, conflict.reason());
  }

  /** What starts with a shutdown is dropped; else which of the two is dropped may vary. */
  private static Diagnostic ofStarted(Tie tie, Edge conflict) {
    if (conflict.reason().isDefault()) {
      return never(tie, conflict)
          .note("`" + conflict.from() + "` conflicts with `" + conflict.to() + "` by default")
          .help(advice(tie));
    }
    var found =
        RULE.at(
            tie.place,
            "`%s` is at odds with `Conflicts=%s`: `%s` and `%s` never run together",
            tie.words,
            conflict.to(),
            tie.starter,
            tie.started);
    return label(found, conflict.reason()).help("remove one of the two");
  }

  private static Diagnostic label(Diagnostic found, Reason reason) {
    return reason
        .place()
        .filter(p -> !reason.isAssumed())
        .map(p -> found.label(p, "the conflict"))
        .orElse(found);
  }

  private static String advice(Tie tie) {
    return tie.started.endsWith(".service")
        ? "set `DefaultDependencies=no`, or do the work in `ExecStop=` of a service that is up"
        : "set `DefaultDependencies=no`";
  }
}
