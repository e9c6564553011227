package org.unitlint.boot;

/** A job as systemd calls it: {@code a.service/start}. */
public record JobName(String unit, JobType type) implements Comparable<JobName> {
  @Override
  public int compareTo(JobName other) {
    int byUnit = unit.compareTo(other.unit);
    return byUnit != 0 ? byUnit : type.compareTo(other.type);
  }

  @Override
  public String toString() {
    return unit + "/" + type.word();
  }
}
