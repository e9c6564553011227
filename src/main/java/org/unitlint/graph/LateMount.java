package org.unitlint.graph;

import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;

/**
 * A mount, automount or swap that waits for what comes after the local file systems. See
 * systemd.mount(5), "Default Dependencies".
 */
final class LateMount implements CyclePattern {
  private static final Set<UnitType> TYPES =
      Set.of(UnitType.MOUNT, UnitType.AUTOMOUNT, UnitType.SWAP);
  private static final Set<String> FILE_SYSTEMS =
      Set.of("local-fs.target", "remote-fs.target", "swap.target");

  @Override
  public Optional<Verdict> match(Ring ring) {
    var network =
        ring.edges().stream()
            .filter(e -> Ring.has(e, Addition.DEFAULT_NETWORK_MOUNT))
            .filter(e -> TYPES.contains(ring.type(e.from())))
            .findFirst();
    return ring.cuttable()
        .filter(e -> TYPES.contains(ring.type(e.from())))
        .filter(e -> FILE_SYSTEMS.contains(ring.before(e).from()))
        .findFirst()
        .map(e -> new Verdict(e, "late-mount", advice(e, ring)))
        .or(() -> network.map(e -> new Verdict(e, "early-network-mount", offNetwork(e, ring))));
  }

  private static String advice(Edge edge, Ring ring) {
    String mount = edge.from();
    String target = ring.before(edge).from();
    String fstab = Ring.isGenerated(edge) ? " (from `/etc/fstab`)" : "";
    String drop = "drop " + ring.said(edge) + fstab + ": ";
    if (edge.to().equals(target)) {
      return drop + "`" + target + "` waits for the " + ring.type(mount).suffix() + " by default";
    }
    if (Ring.says(edge.to(), edge)) {
      return drop
          + "`"
          + target
          + "` waits for the "
          + ring.type(mount).suffix()
          + ", and `"
          + edge.to()
          + "` comes later than that";
    }
    if (ring.type(mount) == UnitType.AUTOMOUNT) {
      return drop
          + "an automount only watches its path, and `"
          + target
          + "` waits for it; the mount itself may wait, with the option `_netdev` for the network";
    }
    if (ring.type(mount) == UnitType.SWAP) {
      return drop + "`" + target + "` waits for the swap by default";
    }
    return drop
        + "`"
        + target
        + "` waits for the mount, unless it has the option `nofail`, or `_netdev` if it needs the"
        + " network";
  }

  private static String offNetwork(Edge edge, Ring ring) {
    String early = ring.before(edge).from();
    return "`"
        + early
        + "` needs `"
        + edge.from()
        + "` before the network is up: use a local file system there";
  }
}
