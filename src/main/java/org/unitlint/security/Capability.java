package org.unitlint.security;

import static org.unitlint.security.Risk.HIGH;
import static org.unitlint.security.Risk.LOW;
import static org.unitlint.security.Risk.MEDIUM;

import java.util.List;
import java.util.Set;
import org.unitlint.catalog.Need;

/**
 * A capability that a service may be without. See capabilities(7).
 *
 * @param risk of taking it from a service that runs as root
 * @param uses what it is needed for
 */
record Capability(String name, Risk risk, Set<Need> uses) {
  /** Those that are looked at, in the order in which they are told. */
  static final List<Capability> ALL =
      List.of(
          of("CAP_AUDIT_CONTROL", LOW, Need.AUDIT),
          of("CAP_AUDIT_READ", LOW, Need.AUDIT),
          of("CAP_AUDIT_WRITE", LOW, Need.AUDIT, Need.USERS),
          of("CAP_BLOCK_SUSPEND", LOW),
          of("CAP_BPF", LOW, Need.BPF, Need.NETWORK_SETUP),
          of("CAP_LEASE", LOW, Need.HOMES),
          of("CAP_LINUX_IMMUTABLE", LOW, Need.SYSTEM_FILES, Need.OTHER_FILES),
          of("CAP_MAC_ADMIN", LOW, Need.SYSTEM_FILES),
          of("CAP_MAC_OVERRIDE", LOW, Need.SYSTEM_FILES),
          of("CAP_SYSLOG", LOW, Need.KERNEL_LOG),
          of("CAP_SYS_BOOT", LOW, Need.REBOOT),
          of("CAP_SYS_MODULE", LOW, Need.MODULES),
          of("CAP_SYS_PACCT", LOW),
          of("CAP_SYS_PTRACE", LOW, Need.PROCESSES),
          of("CAP_SYS_RAWIO", LOW, Need.HARDWARE, Need.DEVICES),
          of("CAP_SYS_TIME", LOW, Need.CLOCK),
          of("CAP_SYS_TTY_CONFIG", LOW, Need.TERMINALS),
          of("CAP_WAKE_ALARM", LOW, Need.CLOCK),
          of("CAP_IPC_LOCK", MEDIUM, Need.MEMORY_LOCK),
          of("CAP_MKNOD", MEDIUM, Need.DEVICES, Need.NAMESPACES),
          of("CAP_NET_ADMIN", MEDIUM, Need.NETWORK_SETUP),
          of("CAP_NET_BIND_SERVICE", MEDIUM, Need.LOW_PORTS),
          of("CAP_NET_BROADCAST", MEDIUM, Need.RAW_NETWORK),
          of("CAP_NET_RAW", MEDIUM, Need.RAW_NETWORK),
          of(
              "CAP_SYS_ADMIN",
              MEDIUM,
              Need.MOUNTS,
              Need.NAMESPACES,
              Need.HOST_NAME,
              Need.SWAP,
              Need.BPF,
              Need.DEVICES,
              Need.CONTROL_GROUPS,
              Need.HARDWARE),
          of("CAP_SYS_CHROOT", MEDIUM, Need.USERS, Need.NAMESPACES),
          of("CAP_SYS_NICE", MEDIUM, Need.LIMITS, Need.REAL_TIME),
          of("CAP_SYS_RESOURCE", MEDIUM, Need.LIMITS, Need.REAL_TIME),
          of("CAP_CHOWN", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_FSETID", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_SETFCAP", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_DAC_OVERRIDE", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_DAC_READ_SEARCH", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_FOWNER", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_IPC_OWNER", HIGH, Need.USERS, Need.OTHER_FILES, Need.SYSTEM_FILES),
          of("CAP_KILL", HIGH, Need.USERS, Need.PROCESSES),
          of("CAP_SETGID", HIGH, Need.USERS, Need.GAINED_RIGHTS),
          of("CAP_SETPCAP", HIGH, Need.USERS, Need.GAINED_RIGHTS),
          of("CAP_SETUID", HIGH, Need.USERS, Need.GAINED_RIGHTS));

  private static Capability of(String name, Risk risk, Need... uses) {
    return new Capability(name, risk, Set.of(uses));
  }
}
