package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.Edge;
import org.unitlint.graph.PulledIn;
import org.unitlint.host.Unit;

/** Of two units that conflict a boot starts one. See systemd.unit(5), "Conflicts=". */
final class ConflictingUnitsStarted implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D361",
          "conflicting-units-started",
          WARNING,
          "the boot is to start two units that conflict");
  private static final Subject SUBJECT = Subject.ANY.with("Conflicts");
  private static final List<Dependency> FOLLOWING =
      List.of(
          Dependency.REQUIRED_BY,
          Dependency.REQUISITE_OF,
          Dependency.BOUND_BY,
          Dependency.CONSISTS_OF,
          Dependency.PROPAGATES_STOP_TO);
  private static final String DEFAULT = "default.target";

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
    if (!facts.machine().hasSystemd()
        || new Said(unit, facts).in(Set.of("Conflicts")).findAny().isEmpty()
        || !facts.pulledInBy(DEFAULT).contains(name)) {
      return Stream.empty();
    }
    return facts
        .graph()
        .edges(name, Dependency.CONFLICTS)
        .filter(e -> e.isWritten() && facts.pulledInBy(DEFAULT).contains(e.to()))
        .filter(e -> !isMutual(e, facts) || e.from().compareTo(e.to()) < 0)
        .filter(e -> isElsewhere(e, facts))
        .flatMap(e -> finding(e, facts).stream());
  }

  private static boolean isMutual(Edge edge, Facts facts) {
    return facts.edge(edge.to(), Dependency.CONFLICTS, edge.from()).isPresent();
  }

  /** Whether no rule about units that are tied tells of the two. */
  private static boolean isElsewhere(Edge edge, Facts facts) {
    return RequiresAndConflicts.victim(edge, facts).isEmpty()
        && Stream.of(Dependency.WANTS, Dependency.UPHOLDS)
            .allMatch(
                kind ->
                    facts.edge(edge.from(), kind, edge.to()).isEmpty()
                        && facts.edge(edge.to(), kind, edge.from()).isEmpty());
  }

  private static Optional<Diagnostic> finding(Edge conflict, Facts facts) {
    var boot = facts.pulledInBy(DEFAULT);
    return conflict
        .reason()
        .place()
        .map(
            place ->
                RULE.at(
                    place,
                    "the boot is to start both `%s` and `%s`, which conflict",
                    conflict.from(),
                    conflict.to()))
        .map(found -> pulled(pulled(found, conflict.from(), boot), conflict.to(), boot))
        .map(
            found -> found.note(outcome(conflict, boot, facts)).help("enable only one of the two"));
  }

  /** With what pulls in the unit: a label where a setting does, else a note. */
  private static Diagnostic pulled(Diagnostic found, String unit, PulledIn boot) {
    var chain = boot.chain(unit);
    if (chain.isEmpty()) {
      return found;
    }
    var last = chain.get(chain.size() - 1);
    var reason = last.reason();
    return reason.link()
        ? found.note("`" + reason.path() + "` starts `" + unit + "`")
        : found.note("`" + last.from() + "` starts `" + unit + "`");
  }

  /** Steps "mark jobs that matter" and "drop unmergeable jobs". */
  private static String outcome(Edge conflict, PulledIn boot, Facts facts) {
    boolean one = boot.matters(conflict.from());
    boolean other = boot.matters(conflict.to());
    if (one != other) {
      return "systemd drops `" + (one ? conflict.to() : conflict.from()) + "`";
    }
    return isFollowed(conflict.to(), boot, facts) || isMutual(conflict, facts)
        ? "which of the two systemd drops is left to chance"
        : "systemd drops `" + conflict.to() + "`";
  }

  /** Whether a stop of the unit would stop others that are to be started. */
  private static boolean isFollowed(String unit, PulledIn boot, Facts facts) {
    return FOLLOWING.stream()
        .flatMap(kind -> facts.graph().others(unit, kind))
        .anyMatch(boot::contains);
  }
}
