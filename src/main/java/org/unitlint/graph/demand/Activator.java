package org.unitlint.graph.demand;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Something that starts a unit or a program when that is asked for.
 *
 * @param name of the unit, of the bus name, or of the service of xinetd by its id
 * @param unit the unit that has to be active for it: itself, that of the bus, or that of xinetd
 * @param listens what it waits for, such as {@code [::]:23/tcp}, a path or {@code OnCalendar=daily}
 * @param each whether every connection has a process of its own
 * @param path of the file that says so where the unit's own does not; else empty
 * @param line in that file, from 1; else 0
 */
public record Activator(
    Kind kind,
    String name,
    String unit,
    List<String> listens,
    Target target,
    boolean each,
    String path,
    int line) {
  /** Those that somebody waits for first, then by name. */
  public static final Comparator<Activator> ORDER =
      Comparator.comparing(Activator::kind)
          .thenComparing(Activator::name)
          .thenComparing(Activator::unit);

  public Activator {
    listens = List.copyOf(listens);
  }

  /** The sorts of activators. */
  public enum Kind {
    /** A socket unit. See systemd.socket(5). */
    SOCKET,
    /** An automount unit. See systemd.automount(5). */
    AUTOMOUNT,
    /** A name on the bus. See dbus-daemon(1). */
    BUS,
    /** A service of xinetd. See xinetd.conf(5). */
    XINETD,
    /** A path unit. See systemd.path(5). */
    PATH,
    /** A timer unit. See systemd.timer(5). */
    TIMER;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody who asks waits for the answer. */
    public boolean hasClients() {
      return this != PATH && this != TIMER;
    }
  }

  /**
   * What is started.
   *
   * @param name of the unit, which may be a template, the path of a program, or where connections
   *     are passed on to; empty for what xinetd does by itself
   * @param unit the own name of the unit that the first connection starts; empty for no unit
   * @param arguments of a program, its own name among them; none for a unit
   * @param user that a program runs as, as it is written; else empty
   */
  public record Target(Sort sort, String name, String unit, List<String> arguments, String user) {
    public Target {
      arguments = List.copyOf(arguments);
    }

    static Target unit(String name, String unit) {
      return new Target(Sort.UNIT, name, unit, List.of(), "");
    }
  }

  /** The sorts of what is started. */
  public enum Sort {
    /** A unit. */
    UNIT,
    /** A program that xinetd runs. */
    PROGRAM,
    /** Nothing: xinetd answers by itself. */
    INTERNAL,
    /** Nothing: xinetd passes everything on to another address. */
    REDIRECT;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is a unit that is started. */
  public boolean startsUnit() {
    return target.sort() == Sort.UNIT;
  }
}
