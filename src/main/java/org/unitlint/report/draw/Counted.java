package org.unitlint.report.draw;

import java.util.Collection;
import java.util.EnumMap;
import java.util.stream.Collectors;
import org.unitlint.catalog.UnitType;

/** Counts things in words. */
public final class Counted {
  private Counted() {}

  /** {@code 1 unit}, {@code 2 units}. */
  public static String of(int count, String word) {
    return count + " " + (count == 1 ? word : plural(word));
  }

  private static String plural(String word) {
    boolean hissing = word.endsWith("x") || word.endsWith("s");
    return word.endsWith("y")
        ? word.substring(0, word.length() - 1) + "ies"
        : word + (hissing ? "es" : "s");
  }

  /** {@code 3 services, 1 socket}, in the order of types. */
  public static String types(Collection<UnitType> types) {
    var counts = new EnumMap<UnitType, Integer>(UnitType.class);
    types.forEach(t -> counts.merge(t, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> of(e.getValue(), e.getKey().suffix()))
        .collect(Collectors.joining(", "));
  }
}
