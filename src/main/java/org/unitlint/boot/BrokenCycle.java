package org.unitlint.boot;

import java.util.List;
import java.util.Optional;

/**
 * Jobs that wait for each other.
 *
 * @param path each job waits for the next one, the last for the first
 * @param deleted the job that was dropped to break it; empty where none could be
 * @param candidates the jobs of the path that systemd may drop, of which it takes any
 */
public record BrokenCycle(List<JobName> path, Optional<JobName> deleted, List<JobName> candidates) {
  public BrokenCycle {
    path = List.copyOf(path);
    candidates = List.copyOf(candidates);
  }
}
