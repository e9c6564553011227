package org.unitlint.security;

import java.util.List;
import org.unitlint.host.Setting;

/**
 * What holds for a service, and why.
 *
 * @param settings that say so, in the order of reading; none for what holds by default
 * @param implied whether the settings are about something else, and this comes with it
 */
record Held<T>(T value, List<Setting> settings, boolean implied) {
  Held {
    settings = List.copyOf(settings);
  }

  /** What holds as nothing is said. */
  static <T> Held<T> byDefault(T value) {
    return new Held<>(value, List.of(), false);
  }

  /** What settings say. */
  static <T> Held<T> by(T value, List<Setting> settings) {
    return new Held<>(value, settings, false);
  }

  /** What comes with a setting about something else. */
  static <T> Held<T> with(T value, Setting setting) {
    return new Held<>(value, List.of(setting), true);
  }

  /** Another value for the same reasons. */
  <R> Held<R> of(R other) {
    return new Held<>(other, settings, implied);
  }
}
