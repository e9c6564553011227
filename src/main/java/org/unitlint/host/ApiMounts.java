package org.unitlint.host;

import java.util.Set;

/** The mount points that are systemd's own, for which it takes no mount unit. */
public final class ApiMounts {
  private static final Set<String> PATHS =
      Set.of(
          "/proc",
          "/proc/kmsg",
          "/proc/sys",
          "/proc/sys/kernel/random/boot_id",
          "/sys",
          "/sys/firmware/efi/efivars",
          "/sys/fs/bpf",
          "/sys/fs/cgroup",
          "/sys/fs/pstore",
          "/sys/fs/selinux",
          "/sys/fs/smackfs",
          "/sys/kernel/security",
          "/dev",
          "/dev/console",
          "/dev/pts",
          "/dev/shm",
          "/run",
          "/run/lock");

  private ApiMounts() {}

  /** Whether the path, free of dots and doubled slashes, is one of them. */
  public static boolean contains(String path) {
    return PATHS.contains(path) || path.startsWith("/sys/fs/cgroup/");
  }
}
