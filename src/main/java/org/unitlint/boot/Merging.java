package org.unitlint.boot;

import java.util.Comparator;
import java.util.Optional;
import org.unitlint.boot.Decision.Step;

/** Step "merge jobs" of a transaction: of several jobs of one unit one is left. */
final class Merging {
  private final Transaction transaction;
  private final Atoms atoms;
  private final UnitStates states;
  private final Jobs table;

  Merging(Transaction transaction, Atoms atoms, UnitStates states, Jobs table) {
    this.transaction = transaction;
    this.atoms = atoms;
    this.states = states;
    this.table = table;
  }

  /**
   * Step "merge jobs". What goes leaves the units before as they are, so that once is enough.
   *
   * @return why the transaction fails; empty if it does not
   */
  Optional<String> mergeJobs(int[] units) {
    for (int unit : units) {
      while (table.head(unit) != null && merged(table.head(unit)).isEmpty()) {
        if (!deleteOneUnmergeable(table.head(unit))) {
          return Optional.of("`%s` would have to start and to stop".formatted(atoms.name(unit)));
        }
        transaction.collectGarbage();
      }
    }
    for (int unit : units) {
      if (table.head(unit) != null && table.head(unit).next != null) {
        merge(unit, merged(table.head(unit)).orElseThrow());
      }
    }
    return Optional.empty();
  }

  private Optional<JobType> merged(Job head) {
    var type = Optional.of(head.type);
    for (Job job = head.next; job != null && type.isPresent(); job = job.next) {
      type = type.get().merged(job.type, states.isActive(head.unit));
    }
    return type;
  }

  private void merge(int unit, JobType type) {
    var kept = table.head(unit);
    for (Job job = kept; job != null; job = job.next) {
      kept = transaction.isAnchor(job) ? job : kept;
    }
    for (Job job = table.head(unit); job != null; job = job.next) {
      if (job == kept) {
        continue;
      }
      if (job.type != type) {
        transaction.decide(
            job, Step.MERGE_JOBS, "merged into `" + atoms.name(unit) + "/" + type.word() + "`");
      }
      takeOver(kept, job);
    }
    kept.type = type;
    table.only(kept);
  }

  private static void takeOver(Job kept, Job job) {
    kept.mattersToAnchor |= job.mattersToAnchor;
    for (Job.Link link : job.askedBy()) {
      link.remove();
      link.subject().askFor(kept, link.matters(), link.conflicts());
    }
    for (Job.Link link : job.asksFor()) {
      link.remove();
      kept.askFor(link.object(), link.matters(), link.conflicts());
    }
  }

  /** Step "delete one unmergeable job"; false where both sides are needed. */
  private boolean deleteOneUnmergeable(Job head) {
    for (Job job = head; job != null; job = job.next) {
      for (Job other = job.next; other != null; other = other.next) {
        if (job.type.merged(other.type, states.isActive(job.unit)).isPresent()) {
          continue;
        }
        var loser = loser(job, other);
        if (loser.isEmpty()) {
          return false;
        }
        var winner = loser.get() == job ? other : job;
        transaction.decide(
            loser.get(),
            Step.MERGE_JOBS,
            "it conflicts with `" + transaction.name(winner) + "`" + asker(winner));
        transaction.delete(loser.get(), true, Step.MERGE_JOBS);
        return true;
      }
    }
    return false;
  }

  /** Which other unit's job asks for the job, in words; the first by name. */
  private String asker(Job job) {
    return job.askedBy().stream()
        .map(Job.Link::subject)
        .filter(by -> by.unit != job.unit)
        .map(by -> ", which `" + transaction.name(by) + "` asks for")
        .min(Comparator.naturalOrder())
        .orElse("");
  }

  private static Optional<Job> loser(Job job, Job other) {
    if (job.mattersToAnchor && other.mattersToAnchor) {
      return Optional.empty();
    }
    if (job.mattersToAnchor != other.mattersToAnchor) {
      return Optional.of(job.mattersToAnchor ? other : job);
    }
    if (job.type == JobType.STOP) {
      return Optional.of(job.isConflictedBy() ? other : job);
    }
    if (other.type == JobType.STOP) {
      return Optional.of(other.isConflictedBy() ? job : other);
    }
    return Optional.of(job);
  }
}
