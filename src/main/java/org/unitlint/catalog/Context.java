package org.unitlint.catalog;

/** The family of directives that several unit types share. */
public enum Context {
  /** Belongs to its section alone. */
  OWN,
  /** How processes are run. See systemd.exec(5). */
  EXEC,
  /** How processes are ended. See systemd.kill(5). */
  KILL,
  /** What processes may use. See systemd.resource-control(5). */
  CGROUP
}
