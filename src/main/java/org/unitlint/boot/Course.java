package org.unitlint.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
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
  private final List<Integer> unneeded = new ArrayList<>();
  private final UnitStates states;

  /** The course of the plan. */
  Course(Plan plan) {
    this(plan, Atoms.of(plan.graph(), plan.request()));
  }

  /** The course of the plan that was made by those atoms. */
  Course(Plan plan, Atoms atoms) {
    this(
        plan,
        atoms,
        plan.graph().units().values().toArray(Unit[]::new),
        UnitStates.of(plan.graph(), plan.request().active()),
        new Traits.Reader(plan.graph().machine()));
  }

  private Course(Plan plan, Atoms atoms, Unit[] units, UnitStates states, Traits.Reader reader) {
    this.plan = plan;
    this.atoms = atoms;
    this.units = units;
    this.jobs = new JobType[atoms.size()];
    this.traits = new Traits[atoms.size()];
    this.states = states;
    this.reader = reader;
    plan.jobs().forEach((unit, type) -> jobs[atoms.number(unit)] = type);
    for (int unit = 0; unit < jobs.length; unit++) {
      if (jobs[unit] != null) {
        traits[unit] = reader.of(units[unit]);
        if (traits[unit].stopsUnneeded()) {
          unneeded.add(unit);
        }
      }
    }
  }

  /** The same jobs where the order of those pairs does not count. */
  Course without(List<Unordered> pairs) {
    return new Course(plan, atoms.without(pairs));
  }

  /** The course of another plan, where the same units are there and are active before. */
  Course of(Plan other) {
    return new Course(other, atoms, units, states, reader);
  }

  /** The plan of another request, where the same units are there and are active before. */
  Plan plan(Request request) {
    int version = plan.graph().machine().setup().version();
    var made = new Transaction(atoms, states, request, new int[0], version);
    made.make();
    return Plan.of(plan.graph(), atoms, request, made);
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
    for (int unit = 0; unit < active.length; unit++) {
      active[unit] = states.isActive(unit);
    }
    return active;
  }

  /** The units of the plan that stop when nothing needs them. */
  List<Integer> stoppedWhenUnneeded() {
    return unneeded;
  }

  /** The jobs for starting another unit in that mode while those run, by the units' numbers. */
  SortedMap<Integer, JobType> jobsFor(int unit, boolean[] running, JobMode mode) {
    var request =
        Request.of(name(unit), JobType.START, mode).without(plan.request().without(), Set.of());
    int version = plan.graph().machine().setup().version();
    var made = new Transaction(atoms, states.running(running), request, new int[0], version);
    made.make();
    return made.jobs();
  }
}
