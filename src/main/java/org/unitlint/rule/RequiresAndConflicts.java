package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * What needs two units that conflict cannot be started. See systemd.unit(5), "Requires=" and
 * "Conflicts=".
 */
final class RequiresAndConflicts implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D360",
          "requires-and-conflicts",
          ERROR,
          "a unit requires what conflicts with it, or two that conflict");
  private static final Subject SUBJECT = Subject.ANY.with("Conflicts");

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
    String name = unit.name().toString();
    var said = new Said(unit, facts);
    if (said.in(Set.of("Conflicts")).findAny().isEmpty() || !facts.isInGraph(name)) {
      return Stream.empty();
    }
    return facts
        .graph()
        .edges(name, Dependency.CONFLICTS)
        .filter(Edge::isWritten)
        .filter(e -> isLoaded(e.to(), facts))
        .flatMap(e -> finding(e, facts).stream());
  }

  private static boolean isLoaded(String unit, Facts facts) {
    return facts.unit(unit).filter(Unit::isLoaded).isPresent();
  }

  private static Optional<Diagnostic> finding(Edge conflict, Facts facts) {
    var place = conflict.reason().place();
    var one = facts.reach().needing(conflict.from());
    var other = facts.reach().needing(conflict.to());
    var both = victim(conflict, facts);
    if (both.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    String victim = both.get();
    var found = RULE.at(place.get(), message(conflict, victim)).about(victim);
    var shown = new HashSet<Place>();
    shown.add(place.get());
    for (var needing : List.of(one, other)) {
      for (Edge edge : Reach.chain(victim, needing)) {
        var where = edge.reason().place().filter(p -> !edge.reason().isAssumed() && shown.add(p));
        if (where.isPresent()) {
          found = found.label(where.get(), said(edge));
        }
      }
    }
    boolean boots =
        facts.machine().hasSystemd() && facts.pulledInBy(DefaultTargetMissing.NAME).matters(victim);
    String note = boots ? "so systemd refuses the whole boot" : "systemd refuses such a start";
    return Optional.of(found.note(note).help("drop the conflict or a requirement"));
  }

  /** Whether this rule tells of the conflict, which somebody wrote into a loaded unit. */
  static boolean tellsOf(Edge conflict, Facts facts) {
    return conflict.isWritten()
        && conflict.reason().place().isPresent()
        && isLoaded(conflict.to(), facts)
        && victim(conflict, facts).isPresent();
  }

  /** The unit nearest to the conflict that needs both of its ends. */
  static Optional<String> victim(Edge conflict, Facts facts) {
    var one = facts.reach().needing(conflict.from()).keySet();
    var other = facts.reach().needing(conflict.to()).keySet();
    if (other.contains(conflict.from())) {
      return Optional.of(conflict.from());
    }
    if (one.contains(conflict.to())) {
      return Optional.of(conflict.to());
    }
    return one.stream().filter(other::contains).findFirst();
  }

  private static String message(Edge conflict, String victim) {
    String from = conflict.from();
    String to = conflict.to();
    if (victim.equals(from)) {
      return "`" + from + "` cannot start: it requires `" + to + "` and conflicts with it";
    }
    return victim.equals(to)
        ? "`" + to + "` cannot start: it requires `" + from + "`, which conflicts with it"
        : "`"
            + victim
            + "` cannot start: it requires `"
            + from
            + "` and `"
            + to
            + "`, which conflict";
  }

  private static String said(Edge edge) {
    return "`" + edge.from() + "` requires `" + edge.to() + "`";
  }
}
