package org.unitlint.security;

import java.util.List;
import org.unitlint.catalog.ExposureCheck;

/**
 * Something to add to a service.
 *
 * @param lines to write into its section
 * @param hundredths how much less exposed it would be with these lines alone, in hundredths of the
 *     scale's points, rounded down
 * @param tenths the exposure with these lines and those of all suggestions before this one
 * @param improves the checks that come out better with these lines alone
 */
public record Suggestion(
    List<String> lines, Risk risk, int hundredths, int tenths, List<ExposureCheck> improves) {
  public Suggestion {
    lines = List.copyOf(lines);
    improves = List.copyOf(improves);
  }
}
