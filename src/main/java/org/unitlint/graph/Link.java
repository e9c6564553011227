package org.unitlint.graph;

/**
 * One step of a chain: an edge as one of its two ends sees it.
 *
 * @param forward whether it is seen from the unit that depends
 */
public record Link(Edge edge, boolean forward) {
  /** The unit that the step leads from. */
  public String from() {
    return forward ? edge.from() : edge.to();
  }

  /** The unit that the step leads to. */
  public String to() {
    return forward ? edge.to() : edge.from();
  }

  /** How the one sees the other; an inverse kind for a step against the edge. */
  public Dependency kind() {
    return forward ? edge.kind() : edge.kind().inverse().orElse(edge.kind());
  }

  /** The same edge, seen from its other end. */
  public Link reversed() {
    return new Link(edge, !forward);
  }

  /** {@code a.service Before b.service}. */
  @Override
  public String toString() {
    return from() + " " + kind() + " " + to();
  }
}
