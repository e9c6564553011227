package org.unitlint.boot.profile;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.Setting;

/**
 * Whether the conditions of a unit let it start.
 *
 * @param setting the one that decides; empty where none does
 * @param reason why it does not start, names in backticks; empty where it does
 * @param assumptions the facts on which that rests, in the order in which they were asked for
 */
public record Verdict(
    Outcome outcome, Optional<Setting> setting, String reason, List<Fact> assumptions) {
  public Verdict {
    assumptions = List.copyOf(assumptions);
  }

  /** What becomes of a start job. See unit_start() of systemd. */
  public enum Outcome {
    /** All conditions and asserts hold. */
    STARTS,
    /** A condition does not hold: the job is done, and nothing is started. */
    SKIPPED,
    /** An assert does not hold: the job fails. */
    ASSERT_FAILED,
    /** There are no units of that type on the machine: the job fails. */
    UNSUPPORTED
  }

  /** Whether the unit is started. */
  public boolean starts() {
    return outcome == Outcome.STARTS;
  }
}
