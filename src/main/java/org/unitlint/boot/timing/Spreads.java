package org.unitlint.boot.timing;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How long the starts of many units take, in as many boots as one likes. What is drawn rests on
 * nothing but the seed, the number of the boot and the unit's name.
 *
 * @param units by the unit's name
 */
public record Spreads(SortedMap<String, Spread> units, long seed) {
  public Spreads {
    units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
  }

  /** What the unit's start takes in that boot; 0 for a unit that is not there. */
  public long draw(String unit, int run) {
    var spread = units.get(unit);
    return spread == null ? 0 : spread.draw(new SplittableRandom(mixed(unit, run)));
  }

  /** What all take in that boot. */
  public SortedMap<String, Long> draw(int run) {
    var drawn = new TreeMap<String, Long>();
    units.keySet().forEach(unit -> drawn.put(unit, draw(unit, run)));
    return drawn;
  }

  /** What all take in the middle. */
  public SortedMap<String, Long> medians() {
    var medians = new TreeMap<String, Long>();
    units.forEach((unit, spread) -> medians.put(unit, spread.medianMicros()));
    return medians;
  }

  /** Names that differ in one character only must not draw alike. */
  private long mixed(String unit, int run) {
    long hash = seed;
    for (int i = 0; i < unit.length(); i++) {
      hash = (hash ^ unit.charAt(i)) * 0x100000001B3L;
    }
    return new SplittableRandom(hash + run * 0x9E3779B97F4A7C15L).nextLong();
  }
}
