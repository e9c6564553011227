package org.unitlint.boot;

import java.util.ArrayList;
import java.util.List;

/** One job while its transaction is being made. */
final class Job {
  final int unit;
  JobType type;
  boolean mattersToAnchor;
  boolean ignoresOrder;

  private final List<Link> asksFor = new ArrayList<>(4);
  private final List<Link> askedBy = new ArrayList<>(2);

  /** How many links ask for it. */
  private int asked;

  /** The next job for the same unit, which is older. */
  Job next;

  /** Its place among those whose dependencies are being added, from 1; 0 if they are not. */
  int openAt;

  int generation;
  Job marker;

  Job(int unit, JobType type) {
    this.unit = unit;
    this.type = type;
  }

  /** That one job asks for another. */
  static final class Link {
    private final Job subject;
    private final Job object;
    private final boolean matters;
    private final boolean conflicts;
    private boolean gone;

    Link(Job subject, Job object, boolean matters, boolean conflicts) {
      this.subject = subject;
      this.object = object;
      this.matters = matters;
      this.conflicts = conflicts;
    }

    Job subject() {
      return subject;
    }

    Job object() {
      return object;
    }

    /** Whether the one cannot be without the other. */
    boolean matters() {
      return matters;
    }

    /** Whether the other is there because the one excludes it. */
    boolean conflicts() {
      return conflicts;
    }

    /** Takes it away at both ends. */
    void remove() {
      object.asked -= gone ? 0 : 1;
      gone = true;
    }
  }

  void askFor(Job object, boolean matters, boolean conflicts) {
    var link = new Link(this, object, matters, conflicts);
    asksFor.add(link);
    object.askedBy.add(link);
    object.asked++;
  }

  /** What it asks for, in the order of asking. */
  List<Link> asksFor() {
    return left(asksFor);
  }

  /** What asks for it, in the order of asking. */
  List<Link> askedBy() {
    return left(askedBy);
  }

  private static List<Link> left(List<Link> links) {
    return links.stream().filter(l -> !l.gone).toList();
  }

  /** Whether anything asks for it. */
  boolean isAsked() {
    return asked > 0;
  }

  /** Whether another unit stops this one because both exclude each other. */
  boolean isConflictedBy() {
    return askedBy().stream().anyMatch(Link::conflicts);
  }
}
