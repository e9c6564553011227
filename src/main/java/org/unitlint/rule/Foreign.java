package org.unitlint.rule;

import java.util.Optional;
import org.unitlint.syntax.UnitFile;

/** What a file is that is named like a unit but is none. */
public enum Foreign {
  DBUS_ACTIVATION("a D-Bus activation file", true),
  DESKTOP_ENTRY("a desktop entry", true),
  AVAHI_SERVICE("an Avahi service description", true),
  SHELL_SCRIPT("a script", true),
  INI("an ini file of another program", true),
  HTML("a web page", false),
  BINARY("a binary file", false);

  private final String words;
  private final boolean normalElsewhere;

  Foreign(String words, boolean normalElsewhere) {
    this.words = words;
    this.normalElsewhere = normalElsewhere;
  }

  /** What to call it: {@code a web page}. */
  public String words() {
    return words;
  }

  /** Whether such files carry such names for good reasons, only not among units. */
  public boolean isNormalElsewhere() {
    return normalElsewhere;
  }

  /** What the file is; empty for what may be a unit file, however broken. */
  public static Optional<Foreign> of(UnitFile file) {
    String text = file.source().text();
    String start = text.substring(0, Math.min(text.length(), 2048)).stripLeading();
    if (start.startsWith("\uFEFF")) {
      start = start.substring(1);
    }
    if (start.startsWith("#!")) {
      return Optional.of(SHELL_SCRIPT);
    }
    if (start.startsWith("<")) {
      return Optional.of(start.contains("service-group") ? AVAHI_SERVICE : HTML);
    }
    if (start.startsWith("\u007FELF") || start.startsWith("PK\u0003\u0004")) {
      return Optional.of(BINARY);
    }
    if (file.sections().isEmpty()) {
      return Optional.empty();
    }
    return switch (file.sections().get(0).name()) {
      case "D-BUS Service" -> Optional.of(DBUS_ACTIVATION);
      case "Desktop Entry" -> Optional.of(DESKTOP_ENTRY);
      case "uwsgi" -> Optional.of(INI);
      default -> Optional.empty();
    };
  }
}
