package org.unitlint.boot;

import java.util.Locale;
import java.util.Optional;

/** How new jobs get along with what is there. See systemctl(1), --job-mode=. */
public enum JobMode {
  REPLACE,
  FAIL,
  REPLACE_IRREVERSIBLY,
  ISOLATE,
  FLUSH,
  IGNORE_DEPENDENCIES,
  IGNORE_REQUIREMENTS,
  TRIGGERING,
  RESTART_DEPENDENCIES;

  /** systemd's word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The mode of that word. */
  public static Optional<JobMode> ofWord(String word) {
    for (JobMode mode : values()) {
      if (mode.word().equals(word)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  boolean ignoresRequirements() {
    return this == IGNORE_DEPENDENCIES || this == IGNORE_REQUIREMENTS;
  }
}
