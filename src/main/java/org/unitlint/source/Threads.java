package org.unitlint.source;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
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
   * Has another thread begin with what will be asked for later, if there is much to do.
   *
   * @param units how many units the work is about
   */
  public static void ahead(Once<?> later, int units) {
    if (units >= FEW) {
      // What goes wrong is told to the one who asks for it.
      CompletableFuture.runAsync(later::get);
    }
  }
}
