package org.unitlint.cli.manual;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.unitlint.catalog.UnitType;

/** The ends of the names of units that lie in files. */
final class Suffixes {
  private Suffixes() {}

  /** All of them, without dots. */
  static String joined(String separator) {
    return Arrays.stream(UnitType.values())
        .filter(t -> t != UnitType.SCOPE && t != UnitType.DEVICE)
        .map(UnitType::suffix)
        .collect(Collectors.joining(separator));
  }
}
