package org.unitlint.diff;

import java.util.Optional;
import org.unitlint.boot.JobType;
import org.unitlint.boot.Result;
import org.unitlint.graph.Edge;

/**
 * A job of the boot.
 *
 * @param result how it ends, as far as is known
 * @param startMicros when its own work begins
 * @param endMicros when it ends
 * @param pulledBy the first dependency by which another job asks for it; empty for the anchor's
 */
public record Start(
    String unit,
    JobType type,
    Result result,
    long startMicros,
    long endMicros,
    Optional<Edge> pulledBy) {
  /** Whether it is the same job with the same end, whenever that comes. */
  boolean isLike(Start other) {
    return type == other.type && result == other.result;
  }
}
