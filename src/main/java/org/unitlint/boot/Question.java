package org.unitlint.boot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.unitlint.boot.profile.Profile;
import org.unitlint.boot.timing.TimingFile;

/**
 * What a forecast is to tell of.
 *
 * @param request what the manager is asked for
 * @param profile what is so on the machine
 * @param timings files that say how long starts take; none for estimates
 * @param durations what single starts take, whatever else is said; microseconds
 * @param replay the boot that was recorded, if one was
 * @param processors how many starts run at full speed together; empty for any number
 * @param whatIf what is to be otherwise
 * @param runs how often the boot is drawn by chance; 0 for not at all
 * @param suggests whether to look for what would make it faster
 * @param stands whether to look for what stands by when all is up
 */
public record Question(
    Request request,
    Profile profile,
    List<TimingFile> timings,
    Map<String, Long> durations,
    Optional<Replay> replay,
    OptionalInt processors,
    WhatIf whatIf,
    int runs,
    boolean suggests,
    boolean stands) {
  public Question {
    timings = List.copyOf(timings);
    durations = Map.copyOf(durations);
  }

  /** The same where all is as it is, and nothing else is asked. */
  Question plain() {
    return new Question(
        request, profile, timings, durations, replay, processors, WhatIf.NOTHING, 0, false, false);
  }
}
