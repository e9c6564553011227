package org.unitlint.boot;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * The work under way. As long as there are no more starts than processors each goes on at full
 * speed; beyond that all share. Ties end in the order of beginning.
 */
final class Processors {
  private final OptionalInt count;
  private final PriorityQueue<Work> underWay =
      new PriorityQueue<>(
          Comparator.comparingDouble((Work w) -> w.end).thenComparingLong(w -> w.sequence));
  private long begun;
  private long now;

  /** How much work each start that is under way has been given since the beginning. */
  private double given;

  /**
   * @param end how much will have been given when it is done
   */
  private record Work(int job, double end, long sequence) {}

  Processors(OptionalInt count) {
    this.count = count;
  }

  boolean isIdle() {
    return underWay.isEmpty();
  }

  /** Begins work that takes so long at full speed; time does not go back. */
  void begin(int job, long micros, long at) {
    advance(at);
    underWay.add(new Work(job, given + micros, begun++));
  }

  /** When the next work ends if no more begins. */
  long nextEnd() {
    double left = Math.max(0, underWay.element().end - given);
    return now + (long) Math.ceil(left / speed() - 1e-6);
  }

  /** Ends that work, and tells whose it was. */
  int end() {
    advance(nextEnd());
    return underWay.remove().job;
  }

  /** Takes away the work of a job that is given up. */
  void drop(int job, long at) {
    advance(at);
    underWay.removeIf(w -> w.job == job);
  }

  private void advance(long to) {
    given += (to - now) * speed();
    now = to;
  }

  private double speed() {
    int running = underWay.size();
    return count.isEmpty() || running <= count.getAsInt() ? 1 : (double) count.getAsInt() / running;
  }
}
