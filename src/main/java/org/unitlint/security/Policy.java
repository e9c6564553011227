package org.unitlint.security;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.unitlint.catalog.ExposureCheck;

/**
 * Other weights and words than systemd's own. See systemd-analyze(1), --security-policy=.
 *
 * @param changes by the fields of the checks
 */
public record Policy(Map<String, Change> changes) {
  /** That of systemd. */
  public static final Policy STANDARD = new Policy(Map.of());

  private static final Change NONE =
      new Change(
          OptionalLong.empty(),
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Policy {
    changes = Collections.unmodifiableMap(new TreeMap<>(changes));
  }

  /**
   * What is to be different for one check.
   *
   * @param weight 0 to leave the check out
   * @param good what is told of a service that does all it can, and so on
   */
  public record Change(
      OptionalLong weight,
      OptionalLong range,
      Optional<String> good,
      Optional<String> bad,
      Optional<String> unfit) {}

  Change of(ExposureCheck check) {
    return changes.getOrDefault(check.field(), NONE);
  }

  long weight(ExposureCheck check) {
    return of(check).weight().orElse(check.weight());
  }

  long range(ExposureCheck check) {
    return of(check).range().orElse(check.range());
  }
}
