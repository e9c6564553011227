package org.unitlint.boot.timing;

import java.util.Locale;
import org.unitlint.catalog.StartTime;
import org.unitlint.host.value.TimeSpan;

/** Adds up what a start takes; the largest part says how far it may vary. */
final class Cost {
  private long sleepMicros;
  private long workMicros;
  private long largest = -1;
  private double p90Factor = 1;
  private boolean endless;
  private String because = "it runs nothing";

  /** That long nothing is done. */
  void sleep(long micros) {
    boolean sensible = micros >= 0 && micros <= TimingFile.MOST_MICROS - sleepMicros;
    sleepMicros = sensible ? sleepMicros + micros : TimingFile.MOST_MICROS;
  }

  /** How long nothing is done so far. */
  long sleepMicros() {
    return sleepMicros;
  }

  /** A command that should end never does. */
  void endless() {
    endless = true;
  }

  /** What usually takes that long. */
  void add(StartTime time, String what) {
    workMicros += time.micros();
    if (time.micros() > largest) {
      largest = time.micros();
      p90Factor = time.p90Factor();
      because =
          time.micros() == 0
              ? what
              : time.seen() > 0
                  ? String.format(Locale.ROOT, "%s: median of %d starts seen", what, time.seen())
                  : what + ": estimate";
    }
  }

  Estimate estimate() {
    String why =
        endless
            ? "it is never ready"
            : sleepMicros == 0
                ? because
                : "it sleeps " + new TimeSpan(sleepMicros) + (largest > 0 ? "; " + because : "");
    return new Estimate(sleepMicros + workMicros, sleepMicros, p90Factor, endless, why);
  }
}
