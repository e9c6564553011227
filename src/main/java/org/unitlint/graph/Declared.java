package org.unitlint.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.Accepted;
import org.unitlint.host.Cause;
import org.unitlint.host.Machine;
import org.unitlint.host.Mention;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/** The dependencies that one unit declares, in the order in which systemd comes to them. */
final class Declared {
  /** One of them. */
  record Declaration(String other, Reason reason) {}

  private final Machine machine;
  private final Unit whole;
  private final Unit unit;
  private final List<Declaration> dependencies = new ArrayList<>();
  private final List<MountPath> paths = new ArrayList<>();
  private final Set<String> touched = new LinkedHashSet<>();

  /**
   * @param loaded the unit itself
   * @param unit with the settings that systemd read
   */
  Declared(Machine machine, Unit loaded, Unit unit) {
    this.machine = machine;
    this.whole = loaded;
    this.unit = unit;
  }

  /** The unit with the settings that systemd read. */
  Unit unit() {
    return unit;
  }

  /** The unit itself. */
  Unit whole() {
    return whole;
  }

  /** The dependencies, to units by any of their names. */
  List<Declaration> dependencies() {
    return dependencies;
  }

  /** The paths whose mounts the unit needs. */
  List<MountPath> paths() {
    return paths;
  }

  /** The units that systemd loads for it, in the order in which it comes to them. */
  Set<String> touched() {
    return touched;
  }

  private void add(Declaration declaration) {
    dependencies.add(declaration);
    touched.add(declaration.other());
  }

  /** What a file or link says itself. */
  void written(Dependency kind, Mention mention) {
    mention
        .name()
        .ifPresent(name -> add(new Declaration(name.toString(), said(kind, Origin.FILE, mention))));
  }

  /** The unit that a setting names to be started by this one. */
  void trigger(Dependency kind, String other, Origin origin, Mention mention) {
    var reason = said(kind, origin, mention);
    boolean written = kind == Dependency.TRIGGERS;
    add(new Declaration(other, written ? reason : reason.by(Addition.TRIGGER)));
  }

  private Reason said(Dependency kind, Origin origin, Mention mention) {
    return new Reason(
        unit.name().toString(),
        kind,
        origin,
        Optional.empty(),
        mention.path(),
        Optional.of(mention.place()),
        !mention.isWritten());
  }

  /** What systemd adds by the rule. */
  void added(Dependency kind, String other, Origin origin, Addition addition) {
    add(new Declaration(other, Reason.rule(unit.name().toString(), kind, origin, addition)));
  }

  /** What systemd adds by the rule because of a setting. */
  void added(Dependency kind, String other, Origin origin, Addition addition, Setting cause) {
    add(new Declaration(other, reason(kind, origin, addition, cause, cause.place())));
  }

  private Reason reason(
      Dependency kind, Origin origin, Addition addition, Setting cause, Place place) {
    return new Reason(
        unit.name().toString(),
        kind,
        origin,
        addition.some(),
        path(cause),
        Optional.of(place(cause, place)),
        false);
  }

  private String path(Setting setting) {
    String path = setting.file().path();
    return machine.cause(path).map(Cause::path).orElse(path);
  }

  private Place place(Setting setting, Place place) {
    return machine.cause(setting.file().path()).map(Cause::place).orElse(place);
  }

  /** A path that must be mounted, because of the setting. */
  void path(String path, Setting cause) {
    path(path, false, Addition.MOUNT_POINT, cause, cause.place());
  }

  /** A path whose mounts are wanted, because of the setting. */
  void wantedPath(String path, Setting cause) {
    path(path, true, Addition.PRIVATE_TMP, cause, cause.place());
  }

  /** A path of a list of such paths. */
  void path(Accepted.Item item, boolean wanted) {
    path(item.text(), wanted, Addition.MOUNT_POINT, item.setting(), item.place());
  }

  private void path(String path, boolean wanted, Addition addition, Setting cause, Place place) {
    var kind = wanted ? Dependency.WANTS : Dependency.REQUIRES;
    paths.add(new MountPath(path, wanted, reason(kind, Origin.FILE, addition, cause, place)));
  }

  /** A path that must always be mounted for such a unit. */
  void implicitPath(String path) {
    String name = unit.name().toString();
    paths.add(
        new MountPath(
            path,
            false,
            Reason.rule(name, Dependency.REQUIRES, Origin.IMPLICIT, Addition.MOUNT_POINT)));
  }

  /** Loads the unit that a setting names, without depending on it yet. */
  void load(Mention mention) {
    mention.name().ifPresent(name -> touched.add(name.toString()));
  }

  /** Whether the unit triggers another. */
  boolean hasTrigger() {
    return dependencies.stream().anyMatch(d -> d.reason().kind() == Dependency.TRIGGERS);
  }
}
