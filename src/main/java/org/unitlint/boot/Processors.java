package org.unitlint.boot;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * The work under way. As long as there is no more of it than processors each goes on at full speed;
 * beyond that all share. What only waits needs no processor. Ties end in the order of beginning.
 */
final class Processors {
  private final OptionalInt count;
  private final PriorityQueue<Work> working = queue();
  private final PriorityQueue<Work> idling = queue();
  private long begun;
  private long now;

  /** How much work each start that is under way has been given since the beginning. */
  private double given;

  /**
   * @param end when it is done: what will have been given, or for what waits the time itself
   */
  private record Work(int unit, double end, long sequence) {}

  Processors(OptionalInt count) {
    this.count = count;
  }

  private static PriorityQueue<Work> queue() {
    return new PriorityQueue<>(
        Comparator.comparingDouble((Work w) -> w.end).thenComparingLong(w -> w.sequence));
  }

  boolean isIdle() {
    return working.isEmpty() && idling.isEmpty();
  }

  /** Begins work that takes so long at full speed; time does not go back. */
  void begin(int unit, long micros, boolean waits, long at) {
    advance(at);
    if (waits || count.isEmpty()) {
      idling.add(new Work(unit, (double) now + micros, begun++));
    } else {
      working.add(new Work(unit, given + micros, begun++));
    }
  }

  /** When the next work ends if no more begins. */
  long nextEnd() {
    return next() == idling ? Math.max(now, (long) idling.element().end) : workEnd();
  }

  private long workEnd() {
    double left = Math.max(0, working.element().end - given);
    return now + (long) Math.ceil(left / speed() - 1e-6);
  }

  private PriorityQueue<Work> next() {
    if (working.isEmpty() || idling.isEmpty()) {
      return working.isEmpty() ? idling : working;
    }
    return idling.element().end <= workEnd() ? idling : working;
  }

  /** Ends that work, and tells whose it was. */
  int end() {
    var next = next();
    advance(nextEnd());
    return next.remove().unit;
  }

  /** Takes away the work of a unit that is given up. */
  void drop(int unit, long at) {
    advance(at);
    working.removeIf(w -> w.unit == unit);
    idling.removeIf(w -> w.unit == unit);
  }

  private void advance(long to) {
    if (to > now) {
      given += (to - now) * speed();
      now = to;
    }
  }

  private double speed() {
    int running = working.size();
    return count.isEmpty() || running <= count.getAsInt() ? 1 : (double) count.getAsInt() / running;
  }
}
