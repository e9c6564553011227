package org.unitlint.boot;

/** The jobs of a transaction by unit, the newest of each unit first. */
final class Jobs {
  private final Job[] heads;

  Jobs(int units) {
    this.heads = new Job[units];
  }

  /** The newest job of the unit, which may be null. */
  Job head(int unit) {
    return heads[unit];
  }

  /** Makes the job the only one of its unit. */
  void only(Job job) {
    job.next = null;
    heads[job.unit] = job;
  }

  /** The unit's job of that type, new or there already. */
  Job add(JobType type, int unit) {
    for (Job job = heads[unit]; job != null; job = job.next) {
      if (job.type == type) {
        return job;
      }
    }
    var job = new Job(unit, type);
    job.next = heads[unit];
    heads[unit] = job;
    return job;
  }

  /** Whether the unit has a job of that type. */
  boolean has(JobType type, int unit) {
    for (Job job = heads[unit]; job != null; job = job.next) {
      if (job.type == type) {
        return true;
      }
    }
    return false;
  }

  /** Whether the job has not been taken out. */
  boolean contains(Job job) {
    for (Job known = heads[job.unit]; known != null; known = known.next) {
      if (known == job) {
        return true;
      }
    }
    return false;
  }

  /** Takes the job out; false if it was not there. */
  boolean remove(Job job) {
    if (heads[job.unit] == job) {
      heads[job.unit] = job.next;
      return true;
    }
    for (Job known = heads[job.unit]; known != null; known = known.next) {
      if (known.next == job) {
        known.next = job.next;
        return true;
      }
    }
    return false;
  }
}
