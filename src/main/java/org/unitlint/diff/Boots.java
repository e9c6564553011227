package org.unitlint.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.unitlint.boot.BrokenCycle;
import org.unitlint.boot.Entry;
import org.unitlint.boot.Forecast;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Result;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;

/** Compares two boots. */
final class Boots {
  private final Forecast before;
  private final Forecast after;

  private Boots(Forecast before, Forecast after) {
    this.before = before;
    this.after = after;
  }

  static BootChange change(Side before, Side after, List<Changed<Edge>> dependencies) {
    var boots = new Boots(before.forecast(), after.forecast());
    var old = starts(before.forecast());
    var now = starts(after.forecast());
    return new BootChange(
        run(before.forecast()),
        run(after.forecast()),
        Changed.between(old, now, Start::isLike),
        boots.orders(dependencies),
        moved(old, now),
        Changed.between(cycles(before.forecast()), cycles(after.forecast()), (a, b) -> true));
  }

  private static BootChange.Run run(Forecast forecast) {
    var plan = forecast.plan();
    return new BootChange.Run(
        plan.anchor(),
        plan.refusal(),
        forecast.timeline().totalMicros(),
        forecast.timeline().criticalPath());
  }

  private static SortedMap<String, Start> starts(Forecast forecast) {
    var starts = new TreeMap<String, Start>();
    for (Map.Entry<String, JobType> job : forecast.plan().jobs().entrySet()) {
      var entry = Optional.ofNullable(forecast.timeline().entries().get(job.getKey()));
      starts.put(
          job.getKey(),
          new Start(
              job.getKey(),
              job.getValue(),
              entry.map(Entry::result).orElse(Result.DONE),
              entry.map(Entry::startMicros).orElse(0L),
              entry.map(Entry::endMicros).orElse(0L),
              pulledBy(forecast, job.getKey())));
    }
    return starts;
  }

  /** What is written goes before what systemd adds. */
  private static Optional<Edge> pulledBy(Forecast forecast, String unit) {
    var plan = forecast.plan();
    if (unit.equals(plan.anchor())) {
      return Optional.empty();
    }
    return plan.graph()
        .in(unit)
        .filter(e -> e.kind().pullsIn() && plan.jobs().containsKey(e.from()))
        .min(Comparator.comparing((Edge e) -> !e.isWritten()).thenComparing(Edge.ORDER));
  }

  private static List<Changed<Start>> moved(
      SortedMap<String, Start> before, SortedMap<String, Start> after) {
    var moved = new ArrayList<Changed<Start>>();
    before.forEach(
        (unit, old) -> {
          var now = after.get(unit);
          if (now != null && now.isLike(old) && now.endMicros() != old.endMicros()) {
            moved.add(Changed.of(old, now));
          }
        });
    moved.sort(
        Comparator.comparingLong((Changed<Start> c) -> -Math.abs(by(c)))
            .thenComparing(c -> c.last().unit()));
    return moved;
  }

  private static long by(Changed<Start> start) {
    return start.after().orElseThrow().endMicros() - start.before().orElseThrow().endMicros();
  }

  /** By its units, from the first by name on; of the knots that start alike the first only. */
  private static SortedMap<String, BrokenCycle> cycles(Forecast forecast) {
    var cycles = new TreeMap<String, BrokenCycle>();
    for (BrokenCycle cycle : forecast.plan().cycles()) {
      var path = new ArrayList<>(cycle.path().stream().map(Object::toString).toList());
      Collections.rotate(path, -path.indexOf(Collections.min(path)));
      cycles.putIfAbsent(String.join(" ", path), cycle);
    }
    return cycles;
  }

  /** Only where an order went can another take its place. */
  private List<Changed<Order>> orders(List<Changed<Edge>> dependencies) {
    var orders = new TreeMap<String, Changed<Order>>();
    for (var dependency : dependencies) {
      var edge = dependency.last();
      if (edge.kind() != Dependency.AFTER || !isStarted(edge.from()) || !isStarted(edge.to())) {
        continue;
      }
      var order = new Order(edge.to(), edge.from());
      var back = new Order(edge.from(), edge.to());
      var old = dependency.before().isPresent() ? order : back;
      var now = dependency.before().isPresent() ? back : order;
      boolean turned = waits(before, old) && waits(after, now);
      if (turned && !waits(after, old) && !waits(before, now)) {
        orders.put(
            Collections.min(List.of(edge.from() + " " + edge.to(), edge.to() + " " + edge.from())),
            Changed.of(old, now));
      }
    }
    return List.copyOf(orders.values());
  }

  private boolean isStarted(String unit) {
    return before.plan().jobs().containsKey(unit) && after.plan().jobs().containsKey(unit);
  }

  /** Whether the later of the two waits for the earlier one, be it by way of others. */
  private static boolean waits(Forecast forecast, Order order) {
    var jobs = forecast.plan().jobs().keySet();
    DependencyGraph graph = forecast.plan().graph();
    var seen = new HashSet<String>();
    var queue = new ArrayDeque<String>();
    queue.add(order.later());
    while (!queue.isEmpty()) {
      String unit = queue.remove();
      if (unit.equals(order.earlier())) {
        return true;
      }
      graph
          .others(unit, Dependency.AFTER)
          .filter(jobs::contains)
          .filter(seen::add)
          .forEach(queue::add);
    }
    return false;
  }
}
