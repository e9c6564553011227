package org.unitlint.report.draw;

import java.util.Set;
import org.unitlint.graph.Addition;
import org.unitlint.graph.Edge;
import org.unitlint.graph.Reason;

/** Dependencies that almost every unit has, because systemd adds them by itself. */
public final class Usual {
  private static final Set<Addition> ADDITIONS =
      Set.of(
          Addition.SLICE,
          Addition.PARENT_SLICE,
          Addition.JOURNAL,
          Addition.LOG_NAMESPACE,
          Addition.PRIVATE_TMP,
          Addition.WRITABLE_FOLDER);

  private Usual() {}

  /** Whether nobody wrote it, and it tells nothing of the unit itself. */
  public static boolean is(Edge edge) {
    return edge.reasons().stream().allMatch(r -> is(edge, r));
  }

  private static boolean is(Edge edge, Reason reason) {
    boolean root = reason.addition().filter(a -> a == Addition.MOUNT_POINT).isPresent();
    return reason.isDefault()
        || reason.addition().filter(ADDITIONS::contains).isPresent()
        || root && edge.to().equals("-.mount");
  }
}
