package org.unitlint.api;

import java.util.List;

/**
 * How much a service could do if it were taken over, as {@code systemd-analyze security
 * --offline=true} tells it.
 *
 * @param unit the service, by its own name
 * @param score from 0.0 to 10.0, in tenths
 * @param rating systemd's word for that: {@code PERFECT}, {@code SAFE}, {@code OK}, {@code MEDIUM},
 *     {@code EXPOSED}, {@code UNSAFE} or {@code DANGEROUS}
 * @param checks all that it is made of, in systemd's order
 */
public record Exposure(String unit, double score, String rating, List<Check> checks) {
  public Exposure {
    checks = List.copyOf(checks);
  }

  /** What a check comes to. */
  public enum Result {
    /** The service does all that it can. */
    PASSED,
    /** It adds to the exposure. */
    FAILED,
    /** It says nothing of this service. */
    UNFIT
  }

  /**
   * One thing that is looked at.
   *
   * @param name as systemd-analyze(1) prints it, such as {@code PrivateTmp=}
   * @param field as it writes it in JSON, such as {@code PrivateTmp}
   * @param result what it comes to
   * @param description what the service may do, may not do, or why that does not matter
   * @param locations the settings that decide it; none where its default does
   */
  public record Check(
      String name, String field, Result result, String description, List<Location> locations) {
    public Check {
      locations = List.copyOf(locations);
    }
  }
}
