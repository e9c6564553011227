package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.unitlint.boot.Atoms.Atom;
import org.unitlint.boot.Decision.Step;

/**
 * Step "add job and dependencies": a job with all that it asks for. What systemd does by calling
 * itself is done here with a list of open jobs, for chains may be long.
 */
final class PullIn {
  /** What the dependencies of one effect ask for. */
  private record Pull(Atom atom, JobType type, boolean matters, boolean conflicts, boolean fatal) {}

  private static final List<Pull> OF_START =
      List.of(
          new Pull(Atom.PULL_IN_START, JobType.START, true, false, true),
          new Pull(Atom.PULL_IN_START_IGNORED, JobType.START, false, false, false),
          new Pull(Atom.PULL_IN_VERIFY, JobType.VERIFY_ACTIVE, true, false, true),
          new Pull(Atom.PULL_IN_STOP, JobType.STOP, true, true, true),
          new Pull(Atom.PULL_IN_STOP_IGNORED, JobType.STOP, false, false, false));
  private static final List<Pull> OF_STOP =
      List.of(new Pull(Atom.PROPAGATE_STOP, JobType.STOP, true, false, true));
  private static final List<Pull> OF_RESTART =
      List.of(
          OF_START.get(0),
          OF_START.get(1),
          OF_START.get(2),
          OF_START.get(3),
          OF_START.get(4),
          new Pull(Atom.PROPAGATE_RESTART, JobType.TRY_RESTART, true, false, true));
  private static final List<Pull> OF_RELOAD =
      List.of(new Pull(Atom.PROPAGATE_RELOAD, JobType.TRY_RELOAD, false, false, false));

  private final Transaction transaction;
  private final Atoms atoms;
  private final UnitStates states;
  private final Deque<Open> open = new ArrayDeque<>();

  PullIn(Transaction transaction, Atoms atoms, UnitStates states) {
    this.transaction = transaction;
    this.atoms = atoms;
    this.states = states;
  }

  /** Why a job could not be added. */
  record Failure(String because, boolean notApplicable) {}

  /** A job whose dependencies are being added. */
  private static final class Open {
    private final Job job;
    private final List<Pull> pulls;
    private int pull;
    private int other;

    Open(Job job, List<Pull> pulls) {
      this.job = job;
      this.pulls = pulls;
    }

    Pull current() {
      return pulls.get(pull);
    }
  }

  /** Adds the anchor's job. */
  Optional<Failure> pullIn(JobType type, int unit) {
    var failure = problem(type, unit);
    if (failure.isPresent()) {
      return failure;
    }
    var job = transaction.addOne(type, unit);
    transaction.anchor(job);
    return walk(job);
  }

  /** Adds a job that the other one asks for. */
  void pullIn(JobType type, int unit, Job by) {
    if (problem(type, unit).isPresent()) {
      return;
    }
    boolean isNew = !transaction.has(type, unit);
    var job = transaction.addOne(type, unit);
    by.askFor(job, true, false);
    if (isNew) {
      walk(job);
    }
  }

  private Optional<Failure> walk(Job first) {
    Optional<Failure> failure = Optional.empty();
    open(first);
    while (!open.isEmpty()) {
      var at = open.peek();
      if (failure.isPresent()) {
        failure = failed(at, failure.get());
        continue;
      }
      if (at.pull == at.pulls.size()) {
        open.pop();
        continue;
      }
      int[] others = atoms.others(at.job.unit, at.current().atom());
      if (at.other == others.length) {
        at.pull++;
        at.other = 0;
        continue;
      }
      failure = add(at, others[at.other++]);
    }
    return failure;
  }

  private void open(Job job) {
    open.push(new Open(job, transaction.ignoresRequirements() ? List.of() : pulls(job.type)));
  }

  private static List<Pull> pulls(JobType type) {
    return switch (type) {
      case START -> OF_START;
      case STOP -> OF_STOP;
      case RESTART -> OF_RESTART;
      case RELOAD -> OF_RELOAD;
      default -> List.of();
    };
  }

  /** Adds the job for one unit that the open job depends on. */
  private Optional<Failure> add(Open at, int unit) {
    var pull = at.current();
    var type = pull.type().collapsed(states.isActive(unit));
    if (type == JobType.NOP) {
      return Optional.empty();
    }
    var failure = problem(type, unit);
    if (failure.isPresent()) {
      transaction.decide(
          unit,
          type,
          Step.PULL_IN,
          failure.get().because() + ", asked for by `" + atoms.name(at.job.unit) + "`");
      return failure;
    }
    boolean isNew = !transaction.has(type, unit);
    var job = transaction.addOne(type, unit);
    at.job.askFor(job, pull.matters(), pull.conflicts());
    if (isNew) {
      open(job);
    }
    return Optional.empty();
  }

  /** What the failure to add one dependency means for the job; empty where nothing. */
  private Optional<Failure> failed(Open at, Failure failure) {
    if (!at.current().fatal() || failure.notApplicable()) {
      return Optional.empty();
    }
    open.pop();
    if (transaction.takesBack()) {
      transaction.decide(at.job, Step.PULL_IN, failure.because());
      transaction.delete(at.job, false, Step.PULL_IN);
    }
    return Optional.of(failure);
  }

  /** Why the unit cannot have such a job; empty if it can. */
  private Optional<Failure> problem(JobType type, int unit) {
    if (type != JobType.STOP && states.problem(unit).isPresent()) {
      return states.problem(unit).map(p -> new Failure(p, false));
    }
    boolean applicable = type != JobType.STOP || !states.isPerpetual(unit);
    return applicable
        ? Optional.empty()
        : Optional.of(new Failure("`" + atoms.name(unit) + "` never stops", true));
  }
}
