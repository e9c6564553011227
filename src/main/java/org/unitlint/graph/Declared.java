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
        .ifPresent(
            name ->
                add(
                    new Declaration(
                        name.toString(),
                        new Reason(
                            unit.name().toString(),
                            kind,
                            Origin.FILE,
                            Optional.empty(),
                            mention.path(),
                            Optional.of(mention.place()),
                            !mention.isWritten()))));
  }

  /** The unit that a setting names to be started by this one. */
  void trigger(Dependency kind, String other, Origin origin, Mention mention) {
    add(
        new Declaration(
            other,
            new Reason(
                unit.name().toString(),
                kind,
                origin,
                kind == Dependency.TRIGGERS ? Optional.empty() : Addition.TRIGGER.some(),
                mention.path(),
                Optional.of(mention.place()),
                false)));
  }

  /** What systemd adds by the rule. */
  void added(Dependency kind, String other, Origin origin, Addition addition) {
    add(
        new Declaration(
            other,
            new Reason(
                unit.name().toString(),
                kind,
                origin,
                addition.some(),
                "",
                Optional.empty(),
                false)));
  }

  /** What systemd adds by the rule because of a setting. */
  void added(Dependency kind, String other, Origin origin, Addition addition, Setting cause) {
    add(new Declaration(other, reason(kind, origin, addition, cause)));
  }

  private Reason reason(Dependency kind, Origin origin, Addition addition, Setting cause) {
    return new Reason(
        unit.name().toString(),
        kind,
        origin,
        addition.some(),
        path(cause),
        Optional.of(place(cause, cause.place())),
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
    paths.add(
        new MountPath(
            path, false, reason(Dependency.REQUIRES, Origin.FILE, Addition.MOUNT_POINT, cause)));
  }

  /** A path whose mounts are wanted, because of the setting. */
  void wantedPath(String path, Setting cause) {
    paths.add(
        new MountPath(
            path, true, reason(Dependency.WANTS, Origin.FILE, Addition.PRIVATE_TMP, cause)));
  }

  /** A path of a list of such paths. */
  void path(Accepted.Item item, boolean wanted) {
    var kind = wanted ? Dependency.WANTS : Dependency.REQUIRES;
    var reason =
        new Reason(
            unit.name().toString(),
            kind,
            Origin.FILE,
            Addition.MOUNT_POINT.some(),
            path(item.setting()),
            Optional.of(place(item.setting(), item.place())),
            false);
    paths.add(new MountPath(item.text(), wanted, reason));
  }

  /** A path that must always be mounted for such a unit. */
  void implicitPath(String path) {
    paths.add(
        new MountPath(
            path,
            false,
            new Reason(
                unit.name().toString(),
                Dependency.REQUIRES,
                Origin.IMPLICIT,
                Addition.MOUNT_POINT.some(),
                "",
                Optional.empty(),
                false)));
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
