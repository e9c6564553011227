package org.unitlint.boot.profile;

import java.util.Optional;
import org.unitlint.catalog.UnitType;

/** Which types of units a machine has no use for. See unit_type_supported() of systemd. */
final class Support {
  private Support() {}

  /** Why there are no units of that type; empty where there are. */
  static Optional<String> missing(UnitType type, SeenPaths paths, Trail trail) {
    return switch (type) {
      case SWAP -> swap(paths, trail);
      case AUTOMOUNT ->
          paths.at("/dev/autofs", trail).state().exists()
              ? Optional.empty()
              : Optional.of("there are no automounts, for `/dev/autofs` is absent");
      case DEVICE ->
          paths.isReadOnly(paths.at("/sys", trail))
              ? Optional.of("there are no devices, for `/sys` is read-only")
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> swap(SeenPaths paths, Trail trail) {
    if (Surroundings.of(trail.text("virtualization")).isContainer()) {
      return Optional.of("there is no swap in a container, `%s`".formatted(trail.last().value()));
    }
    return paths.at("/proc/swaps", trail).state().exists()
        ? Optional.empty()
        : Optional.of("there is no swap, for `/proc/swaps` is absent");
  }
}
