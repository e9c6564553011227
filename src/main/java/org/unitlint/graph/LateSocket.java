package org.unitlint.graph;

import java.util.Map;
import java.util.Optional;
import org.unitlint.catalog.UnitType;

/**
 * A socket, path unit or timer that waits for what comes after all of them, or for the unit that it
 * triggers. See systemd.socket(5), "Default Dependencies".
 */
final class LateSocket implements CyclePattern {
  private static final Map<UnitType, String> TARGETS =
      Map.of(
          UnitType.SOCKET, "sockets.target",
          UnitType.PATH, "paths.target",
          UnitType.TIMER, "timers.target");

  @Override
  public Optional<Verdict> match(Ring ring) {
    return ring.edges().stream()
        .filter(e -> TARGETS.containsKey(ring.type(e.to())))
        .filter(e -> waits(e, ring) || Ring.has(e, Addition.TRIGGER))
        .filter(e -> Ring.isCuttable(ring.after(e)))
        .findFirst()
        .map(e -> verdict(e, ring.after(e), ring));
  }

  private static boolean waits(Edge edge, Ring ring) {
    return edge.from().equals(TARGETS.get(ring.type(edge.to())));
  }

  private static Verdict verdict(Edge waits, Edge late, Ring ring) {
    String socket = waits.to();
    String type = ring.type(socket).suffix();
    if (Ring.has(waits, Addition.TRIGGER)) {
      String why = ": a " + type + " comes before the unit that it triggers";
      return new Verdict(late, "after-triggered-unit", "drop " + ring.said(late) + why);
    }
    if (Ring.isCuttable(waits) && Ring.says(socket, waits)) {
      String why = ": `" + socket + "` waits for `" + late.to() + "`, which is later than that";
      return new Verdict(waits, "late-" + type, "drop " + ring.said(waits) + why);
    }
    String early = "`" + waits.from() + "` waits for the " + type;
    String advice =
        Ring.says(socket, late)
            ? ": " + early + "; let the unit that it triggers wait for `" + late.to() + "` instead"
            : ": " + early + ", and `" + late.to() + "` comes later than that";
    return new Verdict(late, "late-" + type, "drop " + ring.said(late) + advice);
  }
}
