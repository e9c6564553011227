package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private static final int MANY = 1000;

  @Test
  void aheadIsOneOfThoseThatRunTheStreams() {
    var seen = new CompletableFuture<ForkJoinPool>();
    Threads.ahead(Once.of(() -> seen.complete(ForkJoinTask.getPool())), MANY);
    assertEquals(ForkJoinPool.commonPool(), seen.join());
  }

  @Test
  void aheadInAPoolIsOneOfItsThreads() {
    var seen = new CompletableFuture<ForkJoinPool>();
    var pool =
        Threads.apart(
            () -> {
              Threads.ahead(Once.of(() -> seen.complete(ForkJoinTask.getPool())), MANY);
              seen.join();
              return ForkJoinTask.getPool();
            });
    assertEquals(pool, seen.join());
  }

  @Test
  void whatGoesWrongAheadIsToldToWhoAsks() {
    var tries = new AtomicInteger();
    var begun = new CompletableFuture<Boolean>();
    Once<String> broken =
        Once.of(
            () -> {
              tries.incrementAndGet();
              begun.complete(true);
              throw new IllegalStateException("broken");
            });
    Threads.ahead(broken, MANY);
    begun.join();
    assertThrows(IllegalStateException.class, broken::get);
    assertTrue(tries.get() > 1);
  }

  @Test
  void aValueIsWorkedOutOnce() {
    var times = new AtomicInteger();
    Once<Integer> once = Once.of(times::incrementAndGet);
    assertEquals(1, once.get());
    assertEquals(1, once.get());
  }
}
