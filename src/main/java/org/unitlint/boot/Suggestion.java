package org.unitlint.boot;

import java.util.Comparator;
import java.util.Optional;
import org.unitlint.graph.Edge;

/**
 * Something that would make the boot faster.
 *
 * @param kind what would be done
 * @param unit the unit that would begin earlier, or not at boot
 * @param other the unit that it would not wait for, or the socket that would start it
 * @param edge the order that would go; empty for what is started on demand
 * @param savedMicros how much shorter the boot would be
 * @param priceMicros how long the first who asks would wait instead; 0 for an order that goes
 */
public record Suggestion(
    Kind kind, String unit, String other, Optional<Edge> edge, long savedMicros, long priceMicros) {
  /** The greatest saving first. */
  static final Comparator<Suggestion> ORDER =
      Comparator.comparingLong(Suggestion::savedMicros)
          .reversed()
          .thenComparing(Suggestion::unit)
          .thenComparing(Suggestion::other);

  /** What would be done. */
  public enum Kind {
    /** An ordering would be taken away. */
    DROP_ORDER,
    /** A service would be started by its socket only. */
    ON_DEMAND
  }
}
