package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** The jobs that could not be added, and could not either if they were asked for again. */
  private final Map<Told, Failure> hopeless = new HashMap<>();

  private final Set<Told> told = new HashSet<>();

  /** How many jobs there are that could not be added before. */
  private int addedAgain;

  PullIn(Transaction transaction, Atoms atoms, UnitStates states) {
    this.transaction = transaction;
    this.atoms = atoms;
    this.states = states;
  }

  /** Why a job could not be added. */
  record Failure(String because, boolean notApplicable) {}

  /** That a job could not be added, asked for by that unit or by any. */
  private record Told(JobType type, int unit, int by) {
    private static final int ANY = -1;

    static Told of(Job job) {
      return new Told(job.type, job.unit, ANY);
    }
  }

  /** A job whose dependencies are being added. */
  private static final class Open {
    private final Job job;
    private final List<Pull> pulls;
    private final boolean again;
    private int pull;
    private int other;

    /** The first of the open jobs that anything from this one on has met. */
    private int firstMet;

    Open(Job job, List<Pull> pulls, boolean again) {
      this.job = job;
      this.pulls = pulls;
      this.again = again;
      this.firstMet = job.openAt;
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
        close(at);
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
    boolean again = told.contains(Told.of(job));
    addedAgain += again ? 1 : 0;
    job.openAt = open.size() + 1;
    var type = transaction.restartsDependents(job) ? JobType.RESTART : job.type;
    var pulls = transaction.ignoresRequirements() ? List.<Pull>of() : pulls(type);
    open.push(new Open(job, pulls, again));
  }

  private void close(Open at) {
    open.pop();
    at.job.openAt = 0;
    if (!open.isEmpty()) {
      open.peek().firstMet = Math.min(open.peek().firstMet, at.firstMet);
    }
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
      if (told.add(new Told(type, unit, at.job.unit))) {
        String by = ", asked for by `" + atoms.name(at.job.unit) + "`";
        transaction.decide(unit, type, Step.PULL_IN, failure.get().because() + by);
      }
      return failure;
    }
    boolean isNew = !transaction.has(type, unit);
    if (isNew && addedAgain == 0 && !hopeless.isEmpty()) {
      var known = hopeless.get(new Told(type, unit, Told.ANY));
      if (known != null) {
        return Optional.of(known);
      }
    }
    var job = transaction.addOne(type, unit);
    at.job.askFor(job, pull.matters(), pull.conflicts());
    if (isNew) {
      open(job);
    } else if (job.openAt > 0) {
      at.firstMet = Math.min(at.firstMet, job.openAt);
    }
    return Optional.empty();
  }

  /** What the failure to add one dependency means for the job; empty where nothing. */
  private Optional<Failure> failed(Open at, Failure failure) {
    if (!at.current().fatal() || failure.notApplicable()) {
      return Optional.empty();
    }
    boolean alone = at.firstMet == at.job.openAt;
    close(at);
    if (transaction.takesBack()) {
      takeBack(at, failure, alone);
    } else {
      transaction.keepInPart();
    }
    return Optional.of(failure);
  }

  /**
   * Takes back a job that could not be added.
   *
   * @param alone whether it met no job that was still open, so that it has failed by itself
   */
  private void takeBack(Open at, Failure failure, boolean alone) {
    var job = Told.of(at.job);
    if (told.add(job)) {
      transaction.decide(at.job, Step.PULL_IN, failure.because());
    }
    if (alone) {
      hopeless.put(job, failure);
    }
    addedAgain -= at.again ? 1 : 0;
    transaction.delete(at.job, false, Step.PULL_IN);
  }

  /** Why the unit cannot have such a job; empty if it can. */
  private Optional<Failure> problem(JobType type, int unit) {
    if (type != JobType.STOP && states.problem(unit).isPresent()) {
      return states.problem(unit).map(p -> new Failure(p, false));
    }
    if (type == JobType.STOP && states.isPerpetual(unit)) {
      return notApplicable(unit, "never stops");
    }
    return type == JobType.RELOAD && !canReload(unit)
        ? notApplicable(unit, "cannot be reloaded")
        : Optional.empty();
  }

  private Optional<Failure> notApplicable(int unit, String because) {
    return Optional.of(new Failure("`" + atoms.name(unit) + "` " + because, true));
  }

  /** See unit_can_reload of systemd. */
  private boolean canReload(int unit) {
    boolean passesOn = atoms.others(unit, Atom.PROPAGATE_RELOAD).length > 0;
    return states.reloads(unit) || passesOn && !states.isService(unit);
  }
}
