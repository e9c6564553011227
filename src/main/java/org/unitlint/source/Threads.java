package org.unitlint.source;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Work for many threads, or for one where there is little to do. */
public final class Threads {
  /** Of so few units that it would take longer to start threads than to read and check them. */
  private static final int FEW = 32;

  private Threads() {}

  /** A stream over all of them, by many threads if they are many. */
  public static <T> Stream<T> over(Collection<T> all) {
    return over(all, all.size());
  }

  /**
   * A stream over all of them.
   *
   * @param units how many units the work is about
   */
  public static <T> Stream<T> over(Collection<T> all, int units) {
    return units < FEW ? all.stream() : all.parallelStream();
  }

  /**
   * Has another thread begin with what will be asked for later, if there is much to do. It is one
   * of those that run the streams: those can take on any part of each other's work, so that none
   * waits for a part that lies behind its own.
   *
   * @param units how many units the work is about
   */
  public static void ahead(Once<?> later, int units) {
    if (units >= FEW) {
      var own = ForkJoinTask.getPool();
      var pool = own == null ? ForkJoinPool.commonPool() : own;
      // What goes wrong is told to the one who asks for it.
      pool.submit((Callable<?>) later::get);
    }
  }

  /**
   * Has work done by threads that do nothing else meanwhile, those of the streams in it too. Where
   * several threads begin such work at once, each might else wait for what only the other can do.
   */
  public static <T> T apart(Supplier<T> work) {
    var pool = new ForkJoinPool();
    try {
      return pool.submit(work::get).join();
    } finally {
      pool.shutdown();
    }
  }
}
