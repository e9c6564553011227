package org.unitlint.diff;

import java.util.List;
import java.util.Optional;
import org.unitlint.boot.BrokenCycle;

/**
 * What is otherwise in the boot.
 *
 * @param before how it was
 * @param after how it is
 * @param jobs new, gone, or that end otherwise, by unit
 * @param orders of which of two jobs waits for the other, where that is the other way round now
 * @param moved jobs of both that are done earlier or later, those that move most first
 * @param cycles of jobs that wait for each other, new or gone
 */
public record BootChange(
    Run before,
    Run after,
    List<Changed<Start>> jobs,
    List<Changed<Order>> orders,
    List<Changed<Start>> moved,
    List<Changed<BrokenCycle>> cycles) {
  public BootChange {
    jobs = List.copyOf(jobs);
    orders = List.copyOf(orders);
    moved = List.copyOf(moved);
    cycles = List.copyOf(cycles);
  }

  /**
   * A boot.
   *
   * @param anchor the unit that is started, by its own name
   * @param refusal why nothing is started; empty where it is
   * @param totalMicros when all is done
   * @param criticalPath the units that make it as long as it is
   */
  public record Run(
      String anchor, Optional<String> refusal, long totalMicros, List<String> criticalPath) {
    public Run {
      criticalPath = List.copyOf(criticalPath);
    }
  }

  /** Whether nothing is otherwise. */
  public boolean isNothing() {
    return before.equals(after)
        && jobs.isEmpty()
        && orders.isEmpty()
        && moved.isEmpty()
        && cycles.isEmpty();
  }
}
