package org.unitlint.boot;

import java.util.ArrayList;
import java.util.List;

/** One job while its transaction is being made. */
final class Job {
  final int unit;
  JobType type;
  boolean mattersToAnchor;
  boolean ignoresOrder;

  /** What it asks for. */
  final List<Link> asksFor = new ArrayList<>(4);

  /** What asks for it. */
  final List<Link> askedBy = new ArrayList<>(2);

  /** The next job for the same unit, which is older. */
  Job next;

  int generation;
  Job marker;

  Job(int unit, JobType type) {
    this.unit = unit;
    this.type = type;
  }

  /**
   * That one job asks for another.
   *
   * @param matters whether the one cannot be without the other
   * @param conflicts whether the other is there because the one excludes it
   */
  record Link(Job subject, Job object, boolean matters, boolean conflicts) {}

  void askFor(Job object, boolean matters, boolean conflicts) {
    var link = new Link(this, object, matters, conflicts);
    asksFor.add(link);
    object.askedBy.add(link);
  }

  /** Whether another unit stops this one because both exclude each other. */
  boolean isConflictedBy() {
    return askedBy.stream().anyMatch(Link::conflicts);
  }
}
