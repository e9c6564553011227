package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds for starts that vary. */
class SpreadTest {
  private static final int RUNS = 20_000;

  private static Spreads spreads(long seed, Spread... spreads) {
    var units = new TreeMap<String, Spread>();
    for (int i = 0; i < spreads.length; i++) {
      units.put("unit-" + i + ".service", spreads[i]);
    }
    return new Spreads(units, seed);
  }

  private static long[] drawn(Spread spread) {
    var spreads = spreads(7, spread);
    long[] all =
        IntStream.range(0, RUNS).mapToLong(r -> spreads.draw("unit-0.service", r)).toArray();
    Arrays.sort(all);
    return all;
  }

  @Test
  void medianAndNinetiethAreThoseOfTheSpread() {
    long[] all = drawn(new Spread(List.of(1_000_000L), 0, 3));
    assertEquals(1_000_000, all[RUNS / 2], 30_000);
    assertEquals(3_000_000, all[RUNS * 9 / 10], 120_000);
  }

  @Test
  void whatOnlySleepsNeverVaries() {
    long[] all = drawn(new Spread(List.of(1_000_000L), 900_000, 2));
    assertTrue(all[0] > 900_000);
    assertEquals(1_100_000, all[RUNS * 9 / 10], 10_000);
    assertEquals(5, drawn(Spread.exactly(5))[RUNS - 1]);
    assertEquals(0, drawn(Spread.exactly(0))[RUNS - 1]);
  }

  @Test
  void onlyWhatWasMeasuredIsDrawnWhereThereIsMore() {
    long[] all = drawn(Spread.measured(List.of(30L, 10L, 20L)));
    assertEquals(List.of(10L, 20L, 30L), Arrays.stream(all).distinct().boxed().toList());
  }

  @Test
  void theMedianIsInTheMiddle() {
    assertEquals(20, Spread.measured(List.of(30L, 10L, 20L)).medianMicros());
    assertEquals(15, Spread.measured(List.of(10L, 20L)).medianMicros());
    assertEquals(7, Spread.measured(List.of(7L)).medianMicros());
  }

  @Test
  void aDrawRestsOnSeedRunAndNameOnly() {
    var one = new Spread(List.of(1_000_000L), 0, 2);
    var alone = spreads(3, one);
    var many = spreads(3, one, one, one);
    for (int run = 0; run < 100; run++) {
      assertEquals(alone.draw("unit-0.service", run), many.draw(run).get("unit-0.service"));
      assertNotEquals(many.draw("unit-0.service", run), many.draw("unit-1.service", run));
      assertNotEquals(many.draw("unit-0.service", run), many.draw("unit-0.service", run + 1));
      assertNotEquals(
          alone.draw("unit-0.service", run), spreads(4, one).draw(run).get("unit-0.service"));
    }
    assertEquals(0, alone.draw("other.service", 1));
  }

  /** Whatever the machine and the version of Java. */
  @Test
  void drawsNeverChange() {
    var spreads = spreads(1, new Spread(List.of(1_000_000L), 0, 2));
    assertEquals(
        List.of(668675L, 723024L, 575987L),
        IntStream.range(0, 3).mapToObj(r -> spreads.draw("unit-0.service", r)).toList());
  }
}
