package org.unitlint.security;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.unitlint.catalog.Need;

/** What the paths that a unit names tell of its service. */
final class NamedPaths {
  /** Devices that every service has, whatever its sandbox. */
  private static final Pattern COMMON_DEVICE =
      Pattern.compile(
          "/dev/(null|zero|full|random|urandom|tty|stdin|stdout|stderr|fd|shm|log|pts)\\b.*");

  private static final Pattern PATH = Pattern.compile("(?<![\\w./%$}-])/[\\w./@:+-]+");

  private NamedPaths() {}

  /** The absolute paths in a text. */
  static List<String> in(String text) {
    return PATH.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What a service seems to need that is told of the path. */
  static Optional<Need> need(String path) {
    if (path.startsWith("/dev/")) {
      return Optional.of(Need.DEVICES).filter(n -> !COMMON_DEVICE.matcher(path).matches());
    }
    if (isIn(path, "/home") || isIn(path, "/root") || isIn(path, "/run/user")) {
      return Optional.of(Need.HOMES);
    }
    if (isIn(path, "/tmp") || isIn(path, "/var/tmp")) {
      return Optional.of(Need.TEMPORARY_FILES);
    }
    if (isIn(path, "/sys/fs/cgroup")) {
      return Optional.of(Need.CONTROL_GROUPS);
    }
    if (isIn(path, "/sys") || isIn(path, "/proc/sys")) {
      return Optional.of(Need.TUNABLES);
    }
    return Optional.of(Need.MODULES).filter(n -> path.contains("/lib/modules"));
  }

  private static boolean isIn(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  /** Whether it is one of those that {@code ProtectSystem=full} keeps from changing. */
  static boolean isOfSystem(String path) {
    return isIn(path, "/etc") || isIn(path, "/usr") || isIn(path, "/boot") || path.equals("/");
  }
}
