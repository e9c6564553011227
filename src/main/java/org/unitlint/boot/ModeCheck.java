package org.unitlint.boot;

import java.util.Optional;

/** Which modes a job may have. See systemctl(1), --job-mode=. */
final class ModeCheck {
  /** Since then starting a unit can restart what depends on it. */
  private static final int RESTART_DEPENDENCIES_SINCE = 254;

  private ModeCheck() {}

  /** Why a job of that type for a unit cannot have that mode; empty if it can. */
  static Optional<String> refusal(Request request, boolean allowsIsolate, int version) {
    var type = request.type();
    return switch (request.mode()) {
      case ISOLATE -> isolate(request, allowsIsolate);
      case TRIGGERING ->
          refusedIf(type != JobType.STOP, "only a stop can stop what triggers the unit, too");
      case RESTART_DEPENDENCIES ->
          version < RESTART_DEPENDENCIES_SINCE
              ? Optional.of("systemd %s has no `restart-dependencies`".formatted(version))
              : refusedIf(type != JobType.START, "only a start can restart what depends on it");
      default -> Optional.empty();
    };
  }

  private static Optional<String> isolate(Request request, boolean allowsIsolate) {
    return request.type() == JobType.START
        ? refusedIf(!allowsIsolate, "`" + request.anchor() + "` does not say `AllowIsolate=yes`")
        : Optional.of("only a start can isolate");
  }

  private static Optional<String> refusedIf(boolean condition, String because) {
    return condition ? Optional.of(because) : Optional.empty();
  }
}
