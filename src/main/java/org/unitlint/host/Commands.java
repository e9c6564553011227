package org.unitlint.host;

import java.util.List;
import java.util.Optional;
import org.unitlint.source.Place;

/** The commands of one Exec line. */
final class Commands {
  private final Setting setting;

  private Commands(Setting setting) {
    this.setting = setting;
  }

  static Commands of(Setting setting) {
    return new Commands(setting);
  }

  /** Where the line is so wrong that systemd refuses the unit. */
  Optional<Place> refusal() {
    return Optional.empty();
  }

  /** The place of each command. */
  List<Place> places() {
    return setting.value().isEmpty() ? List.of() : List.of(setting.place());
  }
}
