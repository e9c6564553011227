package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.unitlint.boot.Atoms.Atom;

/** Step "verify order": a walk along jobs, each before the next, until one comes again. */
final class OrderWalk {
  private final Atoms atoms;
  private final Jobs table;
  private final int generation;
  private final Deque<Step> path = new ArrayDeque<>();

  OrderWalk(Atoms atoms, Jobs table, int generation) {
    this.atoms = atoms;
    this.table = table;
    this.generation = generation;
  }

  /** A job on the way, and which of its neighbours is next. */
  private static final class Step {
    private final Job job;
    private boolean after;
    private int other;

    Step(Job job) {
      this.job = job;
    }
  }

  /**
   * The jobs of the first cycle that the walk from that job meets, backwards: each waits for the
   * next one, the last for the first.
   */
  Optional<List<Job>> from(Job start) {
    if (start.generation == generation) {
      return Optional.empty();
    }
    enter(start, start);
    while (!path.isEmpty()) {
      var at = path.peek();
      var next = next(at);
      if (next.isEmpty()) {
        at.job.marker = null;
        path.pop();
      } else if (next.get().generation != generation) {
        enter(next.get(), at.job);
      } else if (next.get().marker != null) {
        return Optional.of(back(at.job, next.get()));
      }
    }
    return Optional.empty();
  }

  private void enter(Job job, Job from) {
    job.generation = generation;
    job.marker = from;
    path.push(new Step(job));
  }

  /** The next job that runs after the one at hand. */
  private Optional<Job> next(Step at) {
    while (true) {
      int[] others = atoms.others(at.job.unit, at.after ? Atom.AFTER : Atom.BEFORE);
      if (at.other == others.length) {
        if (at.after) {
          return Optional.empty();
        }
        at.after = true;
        at.other = 0;
        continue;
      }
      var other = table.head(others[at.other++]);
      if (other != null && runsBefore(at.job, other, at.after)) {
        return Optional.of(other);
      }
    }
  }

  /** Whether the one job runs before the other; {@code after} tells how their units are ordered. */
  static boolean runsBefore(Job job, Job other, boolean after) {
    if (job.type == JobType.NOP
        || other.type == JobType.NOP
        || job.ignoresOrder
        || other.ignoresOrder) {
      return false;
    }
    return after ? job.type.stops() : !other.type.stops();
  }

  private static List<Job> back(Job from, Job to) {
    var cycle = new ArrayList<Job>();
    for (Job job = from; job != to; job = job.marker) {
      cycle.add(job);
    }
    cycle.add(to);
    return cycle;
  }
}
