package org.unitlint.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the name that was meant by a misspelt one. Inserted, dropped, changed and swapped
 * characters count; upper and lower case do not.
 */
public final class Nearest {
  private static final int SHORTEST = 3;
  private static final int MAX_DISTANCE = 4;

  private Nearest() {}

  /** The closest name, of equally close ones the first; empty when none is close. */
  public static Optional<String> of(String written, Collection<String> known) {
    return all(written, known).stream().findFirst();
  }

  /** The name that is one step away, if it is the only one. */
  public static Optional<String> certain(String written, Collection<String> known) {
    var nearest = all(written, known);
    return nearest.size() == 1 && distance(written, nearest.get(0)) <= 1
        ? Optional.of(nearest.get(0))
        : Optional.empty();
  }

  /** All names at the smallest distance, sorted; none when that is too great. */
  public static List<String> all(String written, Collection<String> known) {
    var found = new TreeMap<Integer, TreeSet<String>>();
    int limit = limit(written);
    for (String name : known) {
      if (Math.abs(name.length() - written.length()) <= limit) {
        found.computeIfAbsent(distance(written, name), d -> new TreeSet<>()).add(name);
      }
    }
    return found.isEmpty() || found.firstKey() > limit
        ? List.of()
        : List.copyOf(found.firstEntry().getValue());
  }

  /** One step for short names, one more for every five characters. */
  private static int limit(String written) {
    return written.length() < SHORTEST ? 0 : Math.min(MAX_DISTANCE, 1 + written.length() / 5);
  }

  /** The number of steps from one name to the other, by Damerau and Levenshtein. */
  public static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : step(steps, a, b, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int step(int[][] steps, String a, String b, int i, int j) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int best = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    best = Math.min(best, steps[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
  }
}
