package org.unitlint.host.value;

/**
 * A short span of time.
 *
 * @param nanos its length in nanoseconds, unsigned; -1 for what never ends
 */
public record NanoSpan(long nanos) implements Meaning {
  private static final long MICROSECOND = 1_000;

  @Override
  public String meaning() {
    if (nanos == -1L) {
      return TimeSpan.INFINITY.meaning();
    }
    return Long.remainderUnsigned(nanos, MICROSECOND) == 0
        ? new TimeSpan(Long.divideUnsigned(nanos, MICROSECOND)).text()
        : Long.toUnsignedString(nanos) + "ns";
  }
}
