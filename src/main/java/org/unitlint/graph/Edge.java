package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** One dependency of a unit on another, of a forward kind, with all reasons for it. */
public final class Edge {
  /** By units, then by kind. */
  public static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind);

  private final String from;
  private final Dependency kind;
  private final String to;
  private final List<Reason> reasons = new ArrayList<>(1);

  Edge(String from, Dependency kind, String to) {
    if (!kind.isForward()) {
      throw new IllegalArgumentException(kind.word());
    }
    this.from = from;
    this.kind = kind;
    this.to = to;
  }

  void add(Reason reason) {
    reasons.add(reason);
  }

  void sort(Comparator<Reason> order) {
    reasons.sort(order);
  }

  /** The unit that depends. */
  public String from() {
    return from;
  }

  /** How it depends: a forward kind. */
  public Dependency kind() {
    return kind;
  }

  /** The unit that is depended on. */
  public String to() {
    return to;
  }

  /** The end that is not this unit. */
  public String other(String unit) {
    return unit.equals(from) ? to : from;
  }

  /** Why it is there, at least one reason: what is written first. */
  public List<Reason> reasons() {
    return Collections.unmodifiableList(reasons);
  }

  /** The first and best reason. */
  public Reason reason() {
    return reasons.get(0);
  }

  /** Whether a file or link says it, and not only systemd's own rules. */
  public boolean isWritten() {
    return reasons.stream().anyMatch(Reason::isWritten);
  }

  /** Whether it would go with the default dependencies. */
  public boolean isDefault() {
    return reasons.stream().allMatch(Reason::isDefault);
  }

  /** {@code a.service After b.service}. */
  @Override
  public String toString() {
    return from + " " + kind + " " + to;
  }
}
