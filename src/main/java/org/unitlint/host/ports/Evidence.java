package org.unitlint.host.ports;

import java.util.Locale;

/** How sure it is that somebody listens there once he is started. */
public enum Evidence {
  /** The files say so. */
  WRITTEN,
  /** An option says so whose meaning is not known for that program. */
  LIKELY,
  /** The program does, unless its own configuration, which is not read, says otherwise. */
  USUAL;

  /** The word that users read. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
