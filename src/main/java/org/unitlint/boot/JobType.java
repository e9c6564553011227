package org.unitlint.boot;

import java.util.Locale;
import java.util.Optional;

/** What a job does to its unit. See systemctl(1), "Unit Commands". */
public enum JobType {
  START,
  VERIFY_ACTIVE,
  STOP,
  RELOAD,
  RESTART,
  TRY_RESTART,
  TRY_RELOAD,
  RELOAD_OR_START,
  NOP;

  /** systemd's word for it: {@code verify-active}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type of that word. */
  public static Optional<JobType> ofWord(String word) {
    for (JobType type : values()) {
      if (type.word().equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Step "collapse": what it comes to for a unit that is active or not. */
  JobType collapsed(boolean active) {
    return switch (this) {
      case TRY_RESTART -> active ? RESTART : NOP;
      case TRY_RELOAD -> active ? RELOAD : NOP;
      case RELOAD_OR_START -> active ? RELOAD : START;
      default -> this;
    };
  }

  /** Whether the unit is already as the job would have it. */
  boolean isRedundant(boolean active) {
    return switch (this) {
      case START, VERIFY_ACTIVE -> active;
      case STOP -> !active;
      case NOP -> true;
      default -> false;
    };
  }

  /** The one job that does both; empty where they exclude each other. */
  Optional<JobType> merged(JobType other, boolean active) {
    if (this == other) {
      return Optional.of(this);
    }
    if (ordinal() > other.ordinal()) {
      return other.merged(this, active);
    }
    if (this == STOP || other == STOP || other == NOP) {
      return Optional.empty();
    }
    return switch (other) {
      case VERIFY_ACTIVE -> Optional.of(this);
      case RELOAD -> Optional.of(this == START ? RELOAD_OR_START.collapsed(active) : RELOAD);
      default -> Optional.of(RESTART);
    };
  }

  /** Whether it ends what runs, so that it goes before what is started. */
  boolean stops() {
    return this == STOP || this == RESTART;
  }
}
