package org.unitlint.report.svg;

import java.util.Locale;
import org.unitlint.catalog.UnitType;

/**
 * The colours of units, by type. Types that do similar things share one. The colours differ in
 * lightness too, so that they can be told apart by the colour-blind and in grey print. In a picture
 * they are classes: {@code fill-service} is the colour, {@code soft-service} a light one to write
 * on, {@code line-service} a stroke.
 */
public enum Tint {
  /** Services. */
  SERVICE("service"),
  /** Sockets. */
  SOCKET("socket"),
  /** Targets. */
  TARGET("target"),
  /** Mounts, automounts, swaps. */
  STORAGE("mount, swap"),
  /** Timers and paths. */
  TRIGGER("timer, path"),
  /** Devices. */
  DEVICE("device"),
  /** Slices and scopes. */
  GROUP("slice, scope");

  private final String label;

  Tint(String label) {
    this.label = label;
  }

  /** The colour of units of that type. */
  public static Tint of(UnitType type) {
    return switch (type) {
      case SERVICE -> SERVICE;
      case SOCKET -> SOCKET;
      case TARGET -> TARGET;
      case MOUNT, AUTOMOUNT, SWAP -> STORAGE;
      case TIMER, PATH -> TRIGGER;
      case DEVICE -> DEVICE;
      case SLICE, SCOPE -> GROUP;
    };
  }

  /** What has that colour, for a legend. */
  public String label() {
    return label;
  }

  /** The class of what is filled with it. */
  public String fill() {
    return "fill-" + word();
  }

  /** The class of what is filled with a light kind of it. */
  public String soft() {
    return "soft-" + word();
  }

  /** The class of what is drawn with it. */
  public String line() {
    return "line-" + word();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
