package org.unitlint.host;

import java.util.Locale;

/** How loading a unit ended, in systemd's words. */
public enum LoadState {
  LOADED,
  NOT_FOUND,
  BAD_SETTING,
  ERROR,
  MASKED;

  /** The word that {@code systemctl} shows. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
