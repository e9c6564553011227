package org.unitlint.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Origin;

/** Looks for what would make a boot faster: what is on its critical path and need not be. */
final class Suggestions {
  /** Less is not worth a change. */
  private static final long WORTH_MICROS = 10_000;

  private final DependencyGraph graph;
  private final Plan plan;
  private final Course course;
  private final Timeline timeline;
  private final Scenario scenario;

  Suggestions(Course course, Timeline timeline, Scenario scenario) {
    this.course = course;
    this.plan = course.plan();
    this.graph = plan.graph();
    this.timeline = timeline;
    this.scenario = scenario;
  }

  /** All that are worth it, the best first. */
  List<Suggestion> all(Progress progress) {
    var found = new ArrayList<Suggestion>();
    var path = timeline.criticalPath();
    for (int i = 0; i < path.size(); i++) {
      if (i > 0) {
        unordered(path.get(i - 1), path.get(i)).ifPresent(found::add);
      }
      onDemand(path.get(i)).ifPresent(found::add);
      progress.at(i + 1, path.size());
    }
    return found.stream()
        .filter(s -> s.savedMicros() >= WORTH_MICROS)
        .sorted(Suggestion.ORDER)
        .toList();
  }

  private Optional<Suggestion> unordered(String earlier, String later) {
    var edge = graph.edge(later, Dependency.AFTER, earlier).filter(Suggestions::isWritten);
    if (edge.isEmpty() || isOfSystemd(later) && isOfSystemd(earlier)) {
      return Optional.empty();
    }
    var without = course.without(List.of(new Unordered(later, earlier)));
    long saved = timeline.totalMicros() - Timeline.of(without, scenario).totalMicros();
    return Optional.of(new Suggestion(Suggestion.Kind.DROP_ORDER, later, earlier, edge, saved, 0));
  }

  /** Whether it is one of systemd's own units, whose order among themselves is well considered. */
  private boolean isOfSystemd(String unit) {
    return unit.startsWith("systemd-") || graph.machine().catalog().specialUnit(unit).isPresent();
  }

  /** Whether the order is there only because somebody wrote it. */
  private static boolean isWritten(Edge edge) {
    return edge.reasons().stream().allMatch(r -> r.origin() == Origin.FILE && !r.isDefault());
  }

  /** A service that has a socket need not be there before somebody asks. */
  private Optional<Suggestion> onDemand(String unit) {
    var entry = timeline.entries().get(unit);
    var socket =
        graph
            .others(unit, Dependency.TRIGGERED_BY)
            .filter(t -> graph.units().get(t).name().type() == UnitType.SOCKET)
            .filter(t -> graph.units().get(t).isLoaded())
            .findFirst();
    if (socket.isEmpty() || entry.ownMicros() < WORTH_MICROS) {
      return Optional.empty();
    }
    var left = Plan.of(graph, plan.request().without(Set.of(unit), plan.request().kept()));
    if (left.refusal().isPresent()) {
      return Optional.empty();
    }
    long saved = timeline.totalMicros() - Timeline.of(left, scenario).totalMicros();
    return Optional.of(
        new Suggestion(
            Suggestion.Kind.ON_DEMAND,
            unit,
            socket.get(),
            Optional.empty(),
            saved,
            entry.ownMicros()));
  }
}
