package org.unitlint.boot;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What could be otherwise.
 *
 * @param without units that are left out
 * @param unordered pairs of units whose order does not count
 * @param speeds how many times as fast the start of units is
 * @param failing units whose start fails
 */
public record WhatIf(
    SortedSet<String> without,
    Set<Unordered> unordered,
    SortedMap<String, Double> speeds,
    SortedSet<String> failing) {
  /** All is as it is. */
  public static final WhatIf NOTHING = new WhatIf(Set.of(), Set.of(), Map.of(), Set.of());

  public WhatIf {
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
    unordered = Set.copyOf(unordered);
    speeds = Collections.unmodifiableSortedMap(new TreeMap<>(speeds));
    failing = Collections.unmodifiableSortedSet(new TreeSet<>(failing));
  }

  /** What could be otherwise, in collections of any kind. */
  public WhatIf(
      Set<String> without,
      Set<Unordered> unordered,
      Map<String, Double> speeds,
      Set<String> failing) {
    this(new TreeSet<>(without), unordered, new TreeMap<>(speeds), new TreeSet<>(failing));
  }

  /** Whether all is as it is. */
  public boolean isNothing() {
    return without.isEmpty() && unordered.isEmpty() && speeds.isEmpty() && failing.isEmpty();
  }
}
