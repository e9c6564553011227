package org.unitlint.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One dependency of a unit on another, of a forward kind, with all reasons for it. */
public final class Edge {
  /** By units, then by kind. */
  public static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind);

  private static final Comparator<Reason> WRITTEN_FIRST =
      Comparator.comparing((Reason r) -> !r.isWritten())
          .thenComparing(Reason::origin)
          .thenComparing(Reason::unit)
          .thenComparing(Reason::path);

  private final String from;
  private final Dependency kind;
  private final String to;
  private List<Reason> reasons = List.of();

  Edge(String from, Dependency kind, String to) {
    if (!kind.isForward()) {
      throw new IllegalArgumentException(kind.word());
    }
    this.from = from;
    this.kind = kind;
    this.to = to;
  }

  /** Adds a reason; true if it is the second, so that they must be brought in order in the end. */
  boolean add(Reason reason) {
    if (reasons.isEmpty()) {
      reasons = List.of(reason);
      return false;
    }
    boolean second = reasons.size() == 1;
    if (second) {
      reasons = new ArrayList<>(reasons);
    }
    reasons.add(reason);
    return second;
  }

  /** Brings several reasons in order. */
  void sort() {
    reasons.sort(WRITTEN_FIRST);
    reasons = List.copyOf(reasons);
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
    return reasons;
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
