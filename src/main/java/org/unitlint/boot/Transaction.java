package org.unitlint.boot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unitlint.boot.Atoms.Atom;
import org.unitlint.boot.Decision.Step;
import org.unitlint.graph.DependencyGraph;

/**
 * One transaction as systemd makes it, with systemd's own steps. Where systemd follows the order of
 * its hash tables this follows that of the units' numbers.
 */
final class Transaction {
  /** Since then a job is taken back when what it requires cannot be had. */
  private static final int TAKEN_BACK_SINCE = 254;

  private final Atoms atoms;
  private final UnitStates states;
  private final Request request;
  private final int[] picks;
  private final int version;

  private final Jobs table;

  /** The places, in the order of all units, of those that have or had a job. */
  private final BitSet places = new BitSet();

  /** The units of those places, in that order; none until all jobs are there. */
  private int[] units = {};

  private final List<Decision> decisions = new ArrayList<>();
  private final List<BrokenCycle> cycles = new ArrayList<>();
  private Optional<String> refusal = Optional.empty();
  private boolean inPart;
  private Job anchor;
  private int generation;

  /**
   * A transaction that is to be made.
   *
   * @param picks which of the candidates goes, cycle by cycle; the first where nothing is said
   */
  Transaction(Atoms atoms, UnitStates states, Request request, int[] picks, int version) {
    this.atoms = atoms;
    this.states = states;
    this.request = request;
    this.picks = picks;
    this.version = version;
    this.table = new Jobs(atoms.size());
  }

  /** The transaction for what is asked. */
  static Transaction made(DependencyGraph graph, Atoms atoms, Request request, int[] picks) {
    var states = UnitStates.of(graph, request.active());
    int version = graph.machine().setup().version();
    var transaction = new Transaction(atoms, states, request, picks, version);
    transaction.make();
    return transaction;
  }

  /** Why the whole transaction fails; empty if it does not. */
  Optional<String> refusal() {
    return refusal;
  }

  List<Decision> decisions() {
    return decisions;
  }

  List<BrokenCycle> cycles() {
    return cycles;
  }

  /** The jobs in the end, by the numbers of their units; none if the transaction fails. */
  SortedMap<Integer, JobType> jobs() {
    var jobs = new TreeMap<Integer, JobType>();
    for (int unit : units) {
      if (table.head(unit) != null && refusal.isEmpty()) {
        jobs.put(unit, table.head(unit).type);
      }
    }
    return jobs;
  }

  /** Makes the transaction. */
  void make() {
    int unit = atoms.number(request.anchor());
    boolean isolates = states.allowsIsolate(unit) || states.problem(unit).isPresent();
    refusal = ModeCheck.refusal(request, isolates, version);
    if (refusal.isPresent()) {
      return;
    }
    var type = request.type().collapsed(states.isActive(unit));
    var failure = new PullIn(this, atoms, states).pullIn(type, unit);
    if (failure.isPresent()) {
      refusal = Optional.of(failure.get().because());
      return;
    }
    if (request.mode() == JobMode.ISOLATE) {
      addIsolateJobs();
    } else if (request.mode() == JobMode.TRIGGERING) {
      addTriggeringJobs(unit);
    }
    activate();
  }

  /** Step "add triggering jobs": what triggers the unit is to stop too. */
  private void addTriggeringJobs(int unit) {
    for (int trigger : atoms.others(unit, Atom.TRIGGERED_BY)) {
      if (states.isActive(trigger) && table.head(trigger) == null) {
        new PullIn(this, atoms, states).pullIn(JobType.STOP, trigger, anchor);
      }
    }
  }

  /** Whether starting the job's unit restarts what depends on it. */
  boolean restartsDependents(Job job) {
    boolean asked = request.mode() == JobMode.RESTART_DEPENDENCIES;
    return asked && job == anchor && job.type == JobType.START;
  }

  boolean ignoresRequirements() {
    return request.mode().ignoresRequirements();
  }

  boolean takesBack() {
    return version >= TAKEN_BACK_SINCE;
  }

  /** A job stays though not all that it needs could be added; what was added before stays too. */
  void keepInPart() {
    inPart = true;
  }

  /** Whether there was such a job, so that it is chance what was added before. */
  boolean isInPart() {
    return inPart;
  }

  /** Step "add one job": the unit's job of that type, new or there already. */
  Job addOne(JobType type, int unit) {
    var job = table.add(type, unit);
    places.set(atoms.place(unit));
    job.ignoresOrder = request.mode() == JobMode.IGNORE_DEPENDENCIES;
    return job;
  }

  boolean has(JobType type, int unit) {
    return table.has(type, unit);
  }

  void anchor(Job job) {
    anchor = job;
  }

  void decide(Job job, Step step, String because) {
    decide(job.unit, job.type, step, because);
  }

  void decide(int unit, JobType type, Step step, String because) {
    decisions.add(new Decision(new JobName(atoms.name(unit), type), step, because));
  }

  /** Whether it is the job that was asked for. */
  boolean isAnchor(Job job) {
    return job == anchor;
  }

  String name(Job job) {
    return new JobName(atoms.name(job.unit), job.type).toString();
  }

  /** Step "add isolate jobs": all that is active and not asked for is to stop. */
  private void addIsolateJobs() {
    for (int unit : atoms.order()) {
      if (!states.isActive(unit) || states.ignoresIsolate(unit) || table.head(unit) != null) {
        continue;
      }
      boolean stays = false;
      for (int trigger : atoms.others(unit, Atom.TRIGGERED_BY)) {
        stays |= states.isActive(trigger) && table.head(trigger) != null;
      }
      if (!stays) {
        new PullIn(this, atoms, states).pullIn(JobType.STOP, unit, anchor);
      }
    }
  }

  private void activate() {
    int[] order = atoms.order();
    units = places.stream().map(place -> order[place]).toArray();
    findJobsThatMatter();
    if (!leaveOut()) {
      return;
    }
    if (request.mode() == JobMode.FAIL) {
      minimizeImpact();
    }
    dropRedundant();
    do {
      collectGarbage();
    } while (verifyOrder());
    if (refusal.isPresent()) {
      return;
    }
    refusal = new Merging(this, atoms, states, table).mergeJobs(units);
    dropRedundant();
  }

  /** Step "find jobs that matter to the anchor". */
  private void findJobsThatMatter() {
    var queue = new ArrayDeque<Job>();
    anchor.mattersToAnchor = true;
    queue.add(anchor);
    while (!queue.isEmpty()) {
      for (Job.Link link : queue.remove().asksFor()) {
        if (link.matters() && !link.object().mattersToAnchor) {
          link.object().mattersToAnchor = true;
          queue.add(link.object());
        }
      }
    }
  }

  /** What was asked to be left out goes before systemd looks; false if the anchor needs it. */
  private boolean leaveOut() {
    var without = new LinkedHashSet<Job>();
    for (int unit : units) {
      boolean deleted = request.deleted().contains(atoms.name(unit));
      if (table.head(unit) == null || !deleted && !request.without().contains(atoms.name(unit))) {
        continue;
      }
      if (unitMatters(unit)) {
        refusal = Optional.of("`%s` is left out, and is needed".formatted(atoms.name(unit)));
        return false;
      }
      while (table.head(unit) != null) {
        var job = table.head(unit);
        decide(job, Step.LEAVE_OUT, deleted ? "deleted, as recorded" : Decision.AS_ASKED);
        if (!deleted) {
          job.asksFor().forEach(l -> without.add(l.object()));
        }
        delete(job, true, Step.LEAVE_OUT);
      }
    }
    without.forEach(this::forget);
    return true;
  }

  /** Drops a job for which nothing asks any more, and so on. */
  private void forget(Job first) {
    var open = new ArrayDeque<Job>(List.of(first));
    while (!open.isEmpty()) {
      var job = open.remove();
      boolean asked = job == anchor || job.isAsked() || !table.contains(job);
      if (!asked && !request.kept().contains(atoms.name(job.unit))) {
        decide(job, Step.LEAVE_OUT, "nothing else asks for it");
        job.asksFor().forEach(l -> open.add(l.object()));
        delete(job, true, Step.LEAVE_OUT);
      }
    }
  }

  /** Step "minimize impact": nothing that runs is stopped but for the anchor's own sake. */
  private void minimizeImpact() {
    for (boolean again = true; again; ) {
      again = false;
      for (int unit : units) {
        again |= dropStop(unit);
      }
    }
  }

  /** Drops a job that does not matter and would stop the unit; false if it has none. */
  private boolean dropStop(int unit) {
    for (Job job = table.head(unit); job != null; job = job.next) {
      if (!job.mattersToAnchor && job.type == JobType.STOP && states.isActive(unit)) {
        decide(job, Step.MINIMIZE_IMPACT, "it would stop what runs");
        delete(job, true, Step.MINIMIZE_IMPACT);
        return true;
      }
    }
    return false;
  }

  /** Step "drop redundant jobs". */
  private void dropRedundant() {
    for (int unit : units) {
      while (table.head(unit) != null && isRedundant(table.head(unit))) {
        var job = table.head(unit);
        boolean active = states.isActive(unit);
        decide(job, Step.DROP_REDUNDANT, active ? "the unit is active" : "the unit is inactive");
        delete(job, false, Step.DROP_REDUNDANT);
      }
    }
  }

  private boolean isRedundant(Job head) {
    for (Job job = head; job != null; job = job.next) {
      if (job == anchor || !job.type.isRedundant(states.isActive(job.unit))) {
        return false;
      }
    }
    return true;
  }

  /** Step "collect garbage", which there is not when isolating. */
  void collectGarbage() {
    if (request.mode() == JobMode.ISOLATE) {
      return;
    }
    int[] order = atoms.order();
    var open = new TreeSet<Integer>();
    for (int unit : units) {
      addIfGarbage(unit, open);
    }
    int place = -1;
    while (!open.isEmpty()) {
      var next = Optional.ofNullable(open.higher(place)).orElseGet(open::first);
      open.remove(next);
      place = next;
      collect(order[place], open);
    }
  }

  /** Drops the unit's newest job, and notes the places of those for which nothing asks then. */
  private void collect(int unit, TreeSet<Integer> open) {
    var job = table.head(unit);
    decide(job, Step.COLLECT_GARBAGE, "nothing asks for it any more");
    var objects = job.asksFor();
    delete(job, true, Step.COLLECT_GARBAGE);
    addIfGarbage(unit, open);
    objects.forEach(l -> addIfGarbage(l.object().unit, open));
  }

  private void addIfGarbage(int unit, TreeSet<Integer> open) {
    var head = table.head(unit);
    if (head != null && head != anchor && !head.isAsked()) {
      open.add(atoms.place(unit));
    }
  }

  /** Step "verify order"; true if a job was dropped, so that all must be looked at again. */
  private boolean verifyOrder() {
    generation++;
    for (int unit : units) {
      if (table.head(unit) != null) {
        var cycle = new OrderWalk(atoms, table, generation).from(table.head(unit));
        if (cycle.isPresent()) {
          return breakCycle(cycle.get());
        }
      }
    }
    return false;
  }

  /** Drops the first job on the way back that may go, with all of its unit. */
  private boolean breakCycle(List<Job> path) {
    var names = path.stream().map(j -> new JobName(atoms.name(j.unit), j.type)).toList();
    var free = path.stream().filter(j -> !unitMatters(j.unit)).toList();
    var candidates = free.stream().map(j -> new JobName(atoms.name(j.unit), j.type)).toList();
    int pick = cycles.size() < picks.length ? picks[cycles.size()] : 0;
    var deleted = candidates.stream().skip(pick).findFirst();
    cycles.add(new BrokenCycle(names, deleted, candidates));
    if (free.isEmpty()) {
      refusal = Optional.of("transaction order is cyclic, and every job in it is needed");
      return false;
    }
    var victim = free.get(Math.min(pick, free.size() - 1));
    int unit = victim.unit;
    decide(victim, Step.VERIFY_ORDER, "to break an ordering cycle");
    while (table.head(unit) != null) {
      delete(table.head(unit), true, Step.VERIFY_ORDER);
    }
    return true;
  }

  private boolean unitMatters(int unit) {
    for (Job job = table.head(unit); job != null; job = job.next) {
      if (job.mattersToAnchor) {
        return true;
      }
    }
    return false;
  }

  /** Takes the job out; with it, if asked to, those that cannot be without it. */
  void delete(Job first, boolean withDependents, Step step) {
    var queue = new ArrayDeque<Job>();
    queue.add(first);
    while (!queue.isEmpty()) {
      var job = queue.remove();
      if (!table.remove(job)) {
        continue;
      }
      job.asksFor().forEach(Job.Link::remove);
      for (Job.Link link : job.askedBy()) {
        link.remove();
        if (withDependents && link.matters() && table.contains(link.subject())) {
          decide(link.subject(), step, "it needs `" + name(job) + "`, which is gone");
          queue.add(link.subject());
        }
      }
    }
  }
}
