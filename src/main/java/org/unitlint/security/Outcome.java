package org.unitlint.security;

import java.util.List;
import java.util.OptionalLong;
import org.unitlint.catalog.ExposureCheck;
import org.unitlint.host.Setting;

/**
 * What one check says of a service.
 *
 * @param weight of the check, and
 * @param range the most badness there is, both as the policy has them
 * @param badness from 0 to the range; empty where the check does not apply
 * @param told what the service may do, may not do, or why that does not matter
 * @param settings that decide it, in the order of reading; none where nothing is said
 * @param implied whether the settings are about something else, and this comes with them
 */
public record Outcome(
    ExposureCheck check,
    long weight,
    long range,
    OptionalLong badness,
    String told,
    List<Setting> settings,
    boolean implied) {
  public Outcome {
    settings = List.copyOf(settings);
  }

  /** Whether it counts. */
  public boolean applies() {
    return badness.isPresent();
  }

  /** Whether the service does all that it can; false where it does not apply. */
  public boolean isPassed() {
    return badness.isPresent() && badness.getAsLong() == 0;
  }

  /** Whether it adds to the exposure. */
  public boolean isFailed() {
    return badness.isPresent() && badness.getAsLong() > 0;
  }

  /** Its part of the sum of badness. */
  public long burden() {
    return Exposure.quotient(badness.orElse(0) * weight, range);
  }
}
