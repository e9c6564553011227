package org.unitlint.host.xinetd;

/**
 * Where a service logs to.
 *
 * @param file the path of the file; empty for the system's log
 * @param facility the facility of the system's log, as {@code daemon}; empty for a file
 * @param level its level, as {@code info}; empty for a file
 * @param soft the size in bytes at which xinetd warns; 0 for none
 * @param hard the size at which it stops
 */
public record LogTarget(String file, String facility, String level, long soft, long hard) {
  /** Whether it is a file. */
  public boolean isFile() {
    return !file.isEmpty();
  }
}
