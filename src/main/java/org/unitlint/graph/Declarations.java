package org.unitlint.graph;

import static org.unitlint.graph.Dependency.AFTER;
import static org.unitlint.graph.Dependency.BEFORE;
import static org.unitlint.graph.Dependency.CONFLICTS;
import static org.unitlint.graph.Dependency.IN_SLICE;
import static org.unitlint.graph.Dependency.REQUIRES;
import static org.unitlint.graph.Dependency.TRIGGERED_BY;
import static org.unitlint.graph.Dependency.WANTS;
import static org.unitlint.graph.Origin.DEFAULT;
import static org.unitlint.graph.Origin.FILE;
import static org.unitlint.graph.Origin.IMPLICIT;

import java.util.List;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Accepted;
import org.unitlint.host.Escape;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Refusal;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;

/**
 * Works out what one unit declares: what its files say, and what systemd adds when it loads such a
 * unit, a method a step, in systemd's own order. The order matters for a unit that is refused: what
 * was added before stays.
 */
final class Declarations {
  static final String ROOT_SLICE = "-.slice";
  static final String SYSTEM_SLICE = "system.slice";
  static final String INIT_SCOPE = "init.scope";
  static final String ROOT_MOUNT = "-.mount";

  private static final List<String> FOLDERS = List.of("Wants", "Requires", "Upholds");
  private static final int UPHOLDS_FOLDERS_SINCE = 254;

  private final Machine machine;
  private final DefaultOutput output;

  Declarations(Machine machine) {
    this.machine = machine;
    this.output = DefaultOutput.of(machine);
  }

  /** What the unit declares. */
  Declared of(Unit unit) {
    var declared = new Declared(machine, unit, unit.asRead());
    String name = unit.name().toString();
    if (isPerpetual(name)) {
      perpetual(declared, name);
      return declared;
    }
    switch (unit.state()) {
      case NOT_FOUND -> {}
      case MASKED -> {
        read(declared, Mentions.of(machine, unit), false);
        paths(declared);
      }
      default -> loaded(declared);
    }
    return declared;
  }

  /** Whether the unit is always there, whatever its files say. */
  boolean isPerpetual(String name) {
    return name.equals(ROOT_SLICE)
        || name.equals(ROOT_MOUNT)
        || name.equals(INIT_SCOPE)
        || name.equals(SYSTEM_SLICE) && isSystem();
  }

  private boolean isSystem() {
    return machine.setup().scope() == Scope.SYSTEM;
  }

  private void perpetual(Declared declared, String name) {
    var unit = declared.unit();
    read(declared, Mentions.of(machine, unit), false);
    paths(declared);
    if (name.equals(SYSTEM_SLICE)) {
      declared.added(IN_SLICE, ROOT_SLICE, IMPLICIT, Addition.PARENT_SLICE);
      inSlice(declared, ROOT_SLICE, IMPLICIT, Addition.PARENT_SLICE);
      if (hasDefaults(unit)) {
        shutdown(declared, "shutdown.target", Addition.DEFAULT_SLICE);
      }
    } else if (!name.equals(ROOT_SLICE)) {
      declared.added(IN_SLICE, ROOT_SLICE, Origin.SLICE_PROPERTY, Addition.SLICE);
      inSlice(declared, ROOT_SLICE, FILE, Addition.SLICE);
      if (name.equals(ROOT_MOUNT) && unit.fragment().isPresent()) {
        new FileSystems(machine, declared).mount();
      }
    }
  }

  /** Steps "load fragment" and, unless that is broken, "load drop-ins": what the files say. */
  private void read(Declared declared, List<Mention> mentions, boolean broken) {
    String fragment = declared.unit().fragmentPath();
    mentions.stream().filter(m -> m.path().equals(fragment)).forEach(m -> read(declared, m));
    if (broken) {
      return;
    }
    for (String folder : FOLDERS) {
      if (!folder.equals("Upholds") || machine.setup().version() >= UPHOLDS_FOLDERS_SINCE) {
        var kind = Dependency.ofWord(folder).orElseThrow();
        Mentions.ofFolders(machine, declared.unit(), folder)
            .forEach(mention -> declared.written(kind, mention));
      }
    }
    mentions.stream().filter(m -> !m.path().equals(fragment)).forEach(m -> read(declared, m));
  }

  private void read(Declared declared, Mention mention) {
    if (mention.name().isEmpty()) {
      return;
    }
    switch (mention.section() + "/" + mention.directive()) {
      case "Service/Sockets" -> sockets(declared, mention);
      case "Timer/Unit", "Path/Unit" -> Activation.readTrigger(declared, mention);
      case "Socket/Service" -> {
        if (Activation.isService(mention)) {
          declared.load(mention);
        }
      }
      case "Service/Slice", "Socket/Slice", "Mount/Slice", "Swap/Slice" -> declared.load(mention);
      default -> {
        if (mention.section().equals("Unit")) {
          Dependency.ofWord(mention.directive()).ifPresent(k -> declared.written(k, mention));
        }
      }
    }
  }

  private void loaded(Declared declared) {
    var unit = declared.unit();
    var mentions = Mentions.of(machine, unit);
    boolean broken = unit.refusals().stream().anyMatch(r -> r.reason().stopsReading());
    boolean nameless = unit.state() == LoadState.ERROR && unit.refusals().isEmpty();
    read(declared, nameless ? List.of() : mentions, broken);
    paths(declared);
    boolean kernel = unit.name().type() == UnitType.MOUNT || unit.name().type() == UnitType.SWAP;
    if (nameless || broken && !kernel || isBadSlice(unit)) {
      return;
    }
    extras(declared, mentions);
    if (isComplete(unit)) {
      requireSlice(declared);
    }
  }

  /** Step "add extras" of the unit's type. */
  private void extras(Declared declared, List<Mention> mentions) {
    switch (declared.unit().name().type()) {
      case SERVICE -> {
        execution(declared, mentions);
        service(declared);
      }
      case SOCKET -> {
        var activation = new Activation(machine, declared);
        activation.socket(mentions);
        execution(declared, mentions);
        activation.socketDefaults();
      }
      case MOUNT -> {
        execution(declared, mentions);
        new FileSystems(machine, declared).mount();
      }
      case SWAP -> {
        var swap = new FileSystems(machine, declared);
        swap.swap();
        execution(declared, mentions);
        swap.swapDefaults();
      }
      case TIMER -> new Activation(machine, declared).timer();
      case PATH -> new Activation(machine, declared).path();
      case AUTOMOUNT -> new FileSystems(machine, declared).automount();
      case TARGET -> target(declared);
      case SLICE -> sliceUnit(declared);
      default -> {}
    }
  }

  private void execution(Declared declared, List<Mention> mentions) {
    new Execution(machine, output).declare(declared);
    slice(declared, mentions);
  }

  /** A slice whose name says nothing has no parent, and systemd gives up there. */
  private static boolean isBadSlice(Unit unit) {
    return unit.refusals().stream().anyMatch(r -> r.reason() == Refusal.Reason.BAD_SLICE_NAME);
  }

  /** Whether all was added to the unit: it was loaded, or refused at the very end. */
  static boolean isComplete(Unit unit) {
    return unit.state() == LoadState.LOADED
        || unit.refusals().stream()
            .findFirst()
            .filter(r -> r.reason() == Refusal.Reason.SEVERAL_ON_FAILURE)
            .isPresent();
  }

  private void paths(Declared declared) {
    var unit = declared.unit();
    Accepted.paths(machine, unit, "Unit", "RequiresMountsFor")
        .forEach(item -> declared.path(item, false));
    Accepted.paths(machine, unit, "Unit", "WantsMountsFor")
        .forEach(item -> declared.path(item, true));
  }

  /** Step "set default slice". */
  private void slice(Declared declared, List<Mention> mentions) {
    var unit = declared.unit();
    var type = unit.name().type();
    var written =
        mentions.stream()
            .filter(m -> m.directive().equals("Slice") && m.section().equals(type.section()))
            .filter(m -> m.name().filter(n -> n.type() == UnitType.SLICE).isPresent())
            .toList();
    if (written.isEmpty()) {
      declared.added(IN_SLICE, defaultSlice(declared), Origin.SLICE_PROPERTY, Addition.SLICE);
      return;
    }
    var last = written.get(written.size() - 1);
    var setting = unit.last(type.section(), "Slice").orElseThrow();
    declared.added(
        IN_SLICE,
        last.name().orElseThrow().toString(),
        Origin.SLICE_PROPERTY,
        Addition.SLICE,
        setting);
  }

  private String defaultSlice(Declared declared) {
    var name = declared.unit().name();
    if (name.isInstance()) {
      return (isSystem() ? "system-" : "app-") + Escape.escape(name.prefix()) + ".slice";
    }
    boolean mounts = name.type() == UnitType.MOUNT || name.type() == UnitType.SWAP;
    if (mounts && (!isSystem() || new FileSystems(machine, declared).isExtrinsic())) {
      return ROOT_SLICE;
    }
    return isSystem() ? SYSTEM_SLICE : "app.slice";
  }

  /** Step "add slice dependencies", of units that could be loaded only. */
  private void requireSlice(Declared declared) {
    var parent =
        declared.dependencies().stream()
            .filter(d -> d.reason().kind() == IN_SLICE)
            .reduce((a, b) -> b);
    if (parent.isEmpty()) {
      return;
    }
    boolean slice = declared.unit().name().type() == UnitType.SLICE;
    inSlice(
        declared,
        parent.get().other(),
        slice ? IMPLICIT : FILE,
        slice ? Addition.PARENT_SLICE : Addition.SLICE);
  }

  private static void inSlice(Declared declared, String slice, Origin origin, Addition addition) {
    declared.added(AFTER, slice, origin, addition);
    declared.added(REQUIRES, slice, origin, addition);
  }

  /** See systemd.service(5), "Automatic Dependencies". */
  private void service(Declared declared) {
    var unit = declared.unit();
    var accepted = Accepted.of(machine, unit);
    if (hasDefaults(declared)) {
      if (isSystem()) {
        both(declared, REQUIRES, "sysinit.target", Addition.DEFAULT_SERVICE);
      } else {
        declared.added(REQUIRES, "basic.target", DEFAULT, Addition.DEFAULT_SERVICE);
      }
      declared.added(AFTER, "basic.target", DEFAULT, Addition.DEFAULT_SERVICE);
      shutdown(declared, "shutdown.target", Addition.DEFAULT_SERVICE);
    }
    var bus = accepted.busName();
    var type = accepted.last("Service", "Type");
    if (bus.isPresent() && type.map(t -> t.is("dbus")).orElse(true)) {
      declared.added(REQUIRES, "dbus.socket", FILE, Addition.BUS, bus.get());
      declared.added(AFTER, "dbus.socket", FILE, Addition.BUS, bus.get());
    }
  }

  private static void sockets(Declared declared, Mention mention) {
    if (mention.name().filter(n -> n.type() == UnitType.SOCKET).isEmpty()) {
      return;
    }
    for (Dependency kind : List.of(WANTS, AFTER, TRIGGERED_BY)) {
      declared.written(kind, mention);
    }
  }

  /** Whether the unit has not said {@code DefaultDependencies=no}. */
  static boolean hasDefaults(Machine machine, Unit unit) {
    return Accepted.of(machine, unit).flag("Unit", "DefaultDependencies", true);
  }

  /** As for others; units that are always there have none unless they ask for them. */
  boolean hasDefaults(Unit unit) {
    return Accepted.of(machine, unit)
        .flag("Unit", "DefaultDependencies", !isPerpetual(unit.name().toString()));
  }

  private boolean hasDefaults(Declared declared) {
    return hasDefaults(machine, declared.unit());
  }

  static void both(Declared declared, Dependency kind, String other, Addition addition) {
    declared.added(AFTER, other, DEFAULT, addition);
    declared.added(kind, other, DEFAULT, addition);
  }

  static void shutdown(Declared declared, String target, Addition addition) {
    declared.added(BEFORE, target, DEFAULT, addition);
    declared.added(CONFLICTS, target, DEFAULT, addition);
  }

  /** See systemd.target(5), "Default Dependencies"; the order after members comes later. */
  private void target(Declared declared) {
    if (hasDefaults(declared) && !declared.unit().names().contains("shutdown.target")) {
      shutdown(declared, "shutdown.target", Addition.DEFAULT_TARGET);
    }
  }

  /** See systemd.slice(5), "Automatic Dependencies". */
  private void sliceUnit(Declared declared) {
    declared.added(IN_SLICE, parent(declared.unit()), IMPLICIT, Addition.PARENT_SLICE);
    if (hasDefaults(declared)) {
      shutdown(declared, "shutdown.target", Addition.DEFAULT_SLICE);
    }
  }

  private static String parent(Unit slice) {
    String prefix = slice.name().prefix();
    int dash = prefix.lastIndexOf('-');
    return dash <= 0 ? ROOT_SLICE : prefix.substring(0, dash) + ".slice";
  }
}
