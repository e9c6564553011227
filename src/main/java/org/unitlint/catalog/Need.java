package org.unitlint.catalog;

/** What a service may need for its work, and a sandbox may take away. */
public enum Need {
  /** Whatever those want whom it serves: it starts shells, jobs, containers or other services. */
  ANYTHING("runs what others ask it to"),
  NETWORK("uses the network"),
  /** Ports below 1024. */
  LOW_PORTS("takes a port below 1024"),
  RAW_NETWORK("sends raw packets"),
  NETWORK_SETUP("configures the network"),
  /** Sockets other than those of the Internet, of the machine, of packets and of netlink. */
  RARE_SOCKETS("uses rare kinds of sockets"),
  DEVICES("uses devices"),
  /** Ports and memory of devices. */
  HARDWARE("talks to hardware directly"),
  MODULES("loads kernel modules"),
  TUNABLES("changes settings of the kernel"),
  KERNEL_LOG("reads the kernel's log"),
  CLOCK("sets the clock"),
  REBOOT("reboots the machine"),
  SWAP("turns swap on or off"),
  MOUNTS("mounts file systems"),
  NAMESPACES("makes namespaces"),
  CONTROL_GROUPS("manages control groups"),
  HOST_NAME("sets the host name"),
  HOMES("uses the files of people"),
  SYSTEM_FILES("changes files of the system"),
  /** Files that belong to others. */
  OTHER_FILES("changes files of others"),
  TEMPORARY_FILES("shares temporary files"),
  USERS("becomes other users"),
  /** Programs that give their caller more rights. */
  GAINED_RIGHTS("runs programs with more rights"),
  PROCESSES("deals with processes of others"),
  REAL_TIME("runs in real time"),
  LIMITS("changes limits and priorities"),
  MEMORY_LOCK("locks memory"),
  NEW_CODE("makes code while it runs"),
  FOREIGN_CODE("runs code for other architectures"),
  SHARED_MEMORY("shares memory with others"),
  AUDIT("writes to the audit log"),
  BPF("loads BPF programs"),
  TERMINALS("steers terminals");

  private final String told;

  Need(String told) {
    this.told = told;
  }

  /** The end of a sentence that begins with the service, or with its program. */
  public String told() {
    return told;
  }
}
