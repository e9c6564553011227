package org.unitlint.boot;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.unitlint.boot.Atoms.Atom;
import org.unitlint.host.Unit;

/** The jobs of a plan and all that their course depends on; made once, and run often. */
final class Course {
  private final Plan plan;
  private final Atoms atoms;
  private final Unit[] units;
  private final JobType[] jobs;
  private final Traits[] traits;
  private final Traits.Reader reader;

  /** The course of the plan. */
  Course(Plan plan) {
    this(plan, Atoms.of(plan.graph(), plan.request()));
  }

  /** The course of the plan that was made by those atoms. */
  Course(Plan plan, Atoms atoms) {
    this.plan = plan;
    this.atoms = atoms;
    this.units = plan.graph().units().values().toArray(Unit[]::new);
    this.jobs = new JobType[atoms.size()];
    this.traits = new Traits[atoms.size()];
    this.reader = new Traits.Reader(plan.graph().machine());
    plan.jobs().forEach((unit, type) -> jobs[atoms.number(unit)] = type);
    for (int unit = 0; unit < jobs.length; unit++) {
      if (jobs[unit] != null) {
        traits[unit] = reader.of(units[unit]);
      }
    }
  }

  /** The same jobs where the order of those pairs does not count. */
  Course without(List<Unordered> pairs) {
    return new Course(plan, atoms.without(pairs));
  }

  Plan plan() {
    return plan;
  }

  int size() {
    return jobs.length;
  }

  String name(int unit) {
    return atoms.name(unit);
  }

  int[] others(int unit, Atom atom) {
    return atoms.others(unit, atom);
  }

  int number(String name) {
    return atoms.number(name);
  }

  OptionalInt find(String name) {
    return atoms.find(name);
  }

  /** The job of the plan, which may be null. */
  JobType job(int unit) {
    return jobs[unit];
  }

  /** The traits of any unit. */
  Traits traits(int unit) {
    var known = traits[unit];
    return known == null ? reader.of(units[unit]) : known;
  }

  /** Which units are active before the first job. */
  boolean[] active() {
    boolean[] active = new boolean[size()];
    Set<String> before = plan.request().active();
    for (int unit = 0; unit < active.length; unit++) {
      active[unit] = UnitStates.PERPETUAL.contains(name(unit)) || before.contains(name(unit));
    }
    return active;
  }

  /** Whether one of the two jobs waits for the other where their units are ordered. */
  boolean isOrdered(JobType job, JobType other) {
    return job != JobType.NOP
        && other != JobType.NOP
        && plan.request().mode() != JobMode.IGNORE_DEPENDENCIES;
  }

  /** Which of two ordered jobs goes first; {@code after} tells how their units are ordered. */
  boolean runsBefore(JobType job, JobType other, boolean after) {
    return after ? job.stops() : !other.stops();
  }

  /** The plan for starting another unit while those units run. */
  Plan planFor(int unit, boolean[] running) {
    var active = new HashSet<String>();
    for (int other = 0; other < running.length; other++) {
      if (running[other]) {
        active.add(name(other));
      }
    }
    var request = Request.of(name(unit), JobType.START, JobMode.REPLACE).after(active);
    return Plan.of(plan.graph(), atoms, request, new int[0]);
  }
}
