package org.unitlint.rule;

import java.util.OptionalLong;
import org.unitlint.host.value.TimeSpan;

/** Lengths of time as settings give them. See systemd.time(7), "Parsing Time Spans". */
final class Durations {
  private Durations() {}

  /** The length in microseconds; empty for infinity, and for no length. */
  static OptionalLong micros(String written) {
    var span = TimeSpan.parse(written).filter(s -> !s.isInfinite());
    return span.isPresent() ? OptionalLong.of(span.get().micros()) : OptionalLong.empty();
  }
}
