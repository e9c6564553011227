package org.unitlint.host;

import java.util.List;

/** Whose units: the system's or those of a user's session. */
public enum Scope {
  SYSTEM(
      "/etc/systemd/system.control",
      "/run/systemd/system.control",
      "/run/systemd/transient",
      "/run/systemd/generator.early",
      "/etc/systemd/system",
      "/etc/systemd/system.attached",
      "/run/systemd/system",
      "/run/systemd/system.attached",
      "/run/systemd/generator",
      "/usr/local/lib/systemd/system",
      "/usr/lib/systemd/system",
      "/lib/systemd/system",
      "/run/systemd/generator.late"),
  USER(
      "/etc/xdg/systemd/user",
      "/etc/systemd/user",
      "/run/systemd/user",
      "/usr/local/share/systemd/user",
      "/usr/share/systemd/user",
      "/usr/local/lib/systemd/user",
      "/usr/lib/systemd/user",
      "/lib/systemd/user");

  private final List<String> searchPath;

  Scope(String... searchPath) {
    this.searchPath = List.of(searchPath);
  }

  /** The folders of the units, the first that has a name wins. See systemd.unit(5). */
  public List<String> searchPath() {
    return searchPath;
  }

  /** Where the administrator's own units go. */
  public String adminFolder() {
    return this == SYSTEM ? "/etc/systemd/system" : "/etc/systemd/user";
  }
}
