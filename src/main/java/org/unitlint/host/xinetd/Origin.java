package org.unitlint.host.xinetd;

/** Where an attribute of a service comes from. */
public enum Origin {
  /** Its own entry. */
  SERVICE,
  /** The defaults. */
  DEFAULTS,
  /** Both: its entry changes what the defaults say. */
  BOTH,
  /** xinetd itself: worked out, or what holds without. */
  XINETD
}
