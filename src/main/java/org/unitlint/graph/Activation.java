package org.unitlint.graph;

import static org.unitlint.graph.Dependency.AFTER;
import static org.unitlint.graph.Dependency.BEFORE;
import static org.unitlint.graph.Dependency.BINDS_TO;
import static org.unitlint.graph.Dependency.REQUIRES;
import static org.unitlint.graph.Dependency.TRIGGERS;
import static org.unitlint.graph.Origin.DEFAULT;
import static org.unitlint.graph.Origin.FILE;
import static org.unitlint.graph.Origin.IMPLICIT;

import java.util.List;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.Machine;
import org.unitlint.host.Mention;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.UnitName;

/**
 * What systemd adds for units that start another when something happens: sockets, timers, paths.
 * See systemd.socket(5), systemd.timer(5) and systemd.path(5), "Automatic Dependencies".
 */
final class Activation {
  private final Machine machine;
  private final Declared declared;
  private final Accepted accepted;

  Activation(Machine machine, Declared declared) {
    this.machine = machine;
    this.declared = declared;
    this.accepted = Accepted.of(machine, declared.unit());
  }

  private UnitName name() {
    return declared.unit().name();
  }

  private boolean isSystem() {
    return machine.setup().scope() == Scope.SYSTEM;
  }

  /** Whether the setting names a service that a socket can start. */
  static boolean isService(Mention mention) {
    return mention.name().filter(n -> n.type() == UnitType.SERVICE).isPresent()
        && UnitName.parse(mention.written()).filter(UnitName::isTemplate).isEmpty();
  }

  /** The first name of another unit that {@code Unit=} gives is the one that is started. */
  static void readTrigger(Declared declared, Mention mention) {
    String name = mention.name().orElseThrow().toString();
    if (!declared.hasTrigger() && !declared.unit().names().contains(name)) {
      declared.trigger(BEFORE, name, FILE, mention);
      declared.trigger(TRIGGERS, name, FILE, mention);
    }
  }

  /** What sockets need. */
  void socket(List<Mention> mentions) {
    var service =
        mentions.stream()
            .filter(m -> m.section().equals("Socket") && m.directive().equals("Service"))
            .filter(Activation::isService)
            .reduce((a, b) -> b);
    var listeners = accepted.listeners();
    boolean accept = accepted.on("Socket", "Accept").isPresent();
    if (!accept || listeners.stream().anyMatch(l -> !Accepted.mayAccept(l))) {
      if (service.isPresent()) {
        String name = service.get().name().orElseThrow().toString();
        declared.trigger(BEFORE, name, IMPLICIT, service.get());
        declared.trigger(TRIGGERS, name, IMPLICIT, service.get());
      } else {
        triggerNamesake();
      }
    }
    for (Setting listener : listeners) {
      node(listener);
    }
    accepted
        .last("Socket", "BindToDevice")
        .filter(s -> !s.is("lo"))
        .ifPresent(this::networkInterface);
  }

  /** What sockets have by default. */
  void socketDefaults() {
    if (Declarations.hasDefaults(machine, declared.unit())) {
      declared.added(BEFORE, "sockets.target", DEFAULT, Addition.DEFAULT_SOCKET);
      early(Addition.DEFAULT_SOCKET);
    }
  }

  private void node(Setting listener) {
    boolean address = listener.directive().valueKind().startsWith("socket-address");
    if (address || listener.directive().valueKind().equals("path")) {
      Accepted.path(machine, declared.unit(), listener)
          .map(path -> address || isFifo(listener) ? withoutVarRun(path) : path)
          .ifPresent(path -> declared.path(path, listener));
    }
  }

  private static boolean isFifo(Setting listener) {
    return listener.name().equals("ListenFIFO");
  }

  /** Of sockets systemd moves the old folder to the new one by itself. */
  private static String withoutVarRun(String path) {
    return path.startsWith("/var/run/") ? path.substring("/var".length()) : path;
  }

  private void networkInterface(Setting setting) {
    String device = Escape.escapePath("/sys/subsystem/net/devices/" + setting.text()) + ".device";
    declared.added(AFTER, device, FILE, Addition.NETWORK_INTERFACE, setting);
    declared.added(BINDS_TO, device, FILE, Addition.NETWORK_INTERFACE, setting);
  }

  /** Steps "require early boot" and "stop at shutdown". */
  private void early(Addition addition) {
    if (isSystem()) {
      Declarations.both(declared, REQUIRES, "sysinit.target", addition);
    }
    Declarations.shutdown(declared, "shutdown.target", addition);
  }

  private void triggerNamesake() {
    String other = name().withType(UnitType.SERVICE).toString();
    declared.added(BEFORE, other, IMPLICIT, Addition.TRIGGER);
    declared.added(TRIGGERS, other, IMPLICIT, Addition.TRIGGER);
  }

  /** What timers need and have by default. */
  void timer() {
    if (!declared.hasTrigger()) {
      triggerNamesake();
    }
    var persistent = accepted.on("Timer", "Persistent");
    if (isSystem() && persistent.isPresent()) {
      declared.path("/var/lib/systemd/timers", persistent.get());
    }
    if (!Declarations.hasDefaults(machine, declared.unit())) {
      return;
    }
    declared.added(BEFORE, "timers.target", DEFAULT, Addition.DEFAULT_TIMER);
    early(Addition.DEFAULT_TIMER);
    var dates = accepted.dates();
    if (isSystem() && !dates.isEmpty()) {
      for (String target : List.of("time-sync.target", "time-set.target")) {
        declared.added(AFTER, target, DEFAULT, Addition.DEFAULT_CALENDAR_TIMER, dates.get(0));
      }
    }
  }

  /** What path units need and have by default. */
  void path() {
    if (!declared.hasTrigger()) {
      triggerNamesake();
    }
    for (Setting setting : accepted.watched()) {
      Accepted.path(machine, declared.unit(), setting)
          .ifPresent(path -> declared.path(path, setting));
    }
    if (Declarations.hasDefaults(machine, declared.unit())) {
      declared.added(BEFORE, "paths.target", DEFAULT, Addition.DEFAULT_PATH);
      early(Addition.DEFAULT_PATH);
    }
  }
}
