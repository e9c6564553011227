package org.unitlint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.host.Accepted;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.Capabilities;
import org.unitlint.source.Paths;
import org.unitlint.syntax.Command;

/** What the settings of a unit keep from its processes. See systemd.exec(5), "Sandboxing". */
final class Sandbox {
  private static final List<String> HOMES = List.of("/home", "/root", "/run/user");
  private static final List<String> OTHER_ROOTS =
      List.of("RootDirectory", "RootImage", "MountImages", "ExtensionImages");
  private static final List<String> BINDS = List.of("BindPaths", "BindReadOnlyPaths");

  /** With each of these a process gets a file system namespace of its own. */
  static final List<String> NAMESPACES =
      List.of(
          "BindPaths",
          "BindReadOnlyPaths",
          "DynamicUser",
          "InaccessiblePaths",
          "PrivateDevices",
          "PrivateMounts",
          "PrivateTmp",
          "ProtectControlGroups",
          "ProtectHome",
          "ProtectKernelLogs",
          "ProtectKernelModules",
          "ProtectKernelTunables",
          "ProtectSystem",
          "ReadOnlyPaths",
          "ReadWritePaths",
          "TemporaryFileSystem");

  private static final Set<String> OFF = Set.of("0", "no", "n", "false", "f", "off");

  private final Unit unit;
  private final Facts facts;
  private final String section;

  Sandbox(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
    this.section = unit.name().type().section();
  }

  /** A command of the unit that is confined by the sandbox, and the setting that it is part of. */
  record Confined(Setting setting, Command command) {
    /** The file name of the program. */
    String program() {
      return Paths.name(command.path().text());
    }

    /** The arguments, quotes removed. */
    List<String> arguments() {
      return command.arguments().stream().map(a -> a.text()).toList();
    }
  }

  /** The commands that count and do not ask for full privileges. */
  Stream<Confined> commands() {
    return facts.of(unit).commands().stream()
        .filter(c -> unit.settings().counts(c.setting()))
        .flatMap(c -> c.line().commands().stream().map(l -> new Confined(c.setting(), l)))
        .filter(c -> !c.command().has(Command.Prefix.FULL_PRIVILEGES));
  }

  /** The last setting of the directive, if it is a true boolean. */
  Optional<Setting> on(String directive) {
    return Accepted.of(facts.machine(), unit).on(section, directive);
  }

  /** The setting that makes systemd give the processes other users than root's; empty for root. */
  Optional<Setting> otherUser() {
    var dynamic = on("DynamicUser");
    return dynamic.isPresent()
        ? dynamic
        : unit.last(section, "User")
            .filter(u -> !u.is("root") && !u.is("0") && !u.text().startsWith("%"));
  }

  /** The setting that gives processes a file system namespace, if there is one. */
  Optional<Setting> namespace() {
    return NAMESPACES.stream()
        .flatMap(d -> unit.last(section, d).stream())
        .filter(s -> !OFF.contains(s.text()) && !s.value().isEmpty())
        .findFirst();
  }

  /** The setting by which the whole file system is read-only, if there is one. */
  Optional<Setting> strict() {
    return unit.last(section, "ProtectSystem")
        .filter(s -> s.is("strict"))
        .or(() -> on("DynamicUser"));
  }

  /** Whether processes have another root than the machine, so that nothing is known of paths. */
  boolean hasOtherRoot() {
    return OTHER_ROOTS.stream().anyMatch(d -> !unit.settings(section, d).isEmpty());
  }

  /** The setting that hides a folder above the path, if there is one. */
  Optional<Setting> hiding(String path) {
    if (hasOtherRoot() || BINDS.stream().anyMatch(d -> isListed(d, path))) {
      return Optional.empty();
    }
    return home(path).or(() -> listing("InaccessiblePaths", Paths.parent(path)));
  }

  private Optional<Setting> home(String path) {
    boolean home = HOMES.stream().anyMatch(h -> path.startsWith(h + "/"));
    return home
        ? unit.last(section, "ProtectHome")
            .filter(s -> s.is("tmpfs") || on("ProtectHome").isPresent())
        : Optional.empty();
  }

  /** The setting by which processes have a folder for temporary files that begins empty. */
  Optional<Setting> emptyTmp(String path) {
    boolean below = path.startsWith("/tmp/") || path.startsWith("/var/tmp/");
    boolean shared = !unit.settings("Unit", "JoinsNamespaceOf").isEmpty();
    boolean bound = BINDS.stream().anyMatch(d -> isListed(d, path));
    return below && !shared && !bound && !hasOtherRoot()
        ? on("PrivateTmp").or(() -> on("DynamicUser"))
        : Optional.empty();
  }

  /** Whether processes may write to the folder although the file system is read-only. */
  boolean isWritable(String folder) {
    return isListed("ReadWritePaths", folder)
        || isListed("BindPaths", folder)
        || isListed("TemporaryFileSystem", folder)
        || Stream.of("/dev", "/proc", "/sys").anyMatch(f -> Paths.isWithin(folder, f))
        || isOwn("RuntimeDirectory", "/run", folder)
        || isOwn("StateDirectory", "/var/lib", folder)
        || isOwn("CacheDirectory", "/var/cache", folder)
        || isOwn("LogsDirectory", "/var/log", folder)
        || emptyTmp(folder + "/x").isPresent();
  }

  private boolean isOwn(String directive, String above, String folder) {
    return items(directive)
        .anyMatch(i -> Paths.isWithin(folder, Paths.join(above, i.text().split(":", 2)[0])));
  }

  private boolean isListed(String directive, String path) {
    return listing(directive, path).isPresent();
  }

  private Optional<Setting> listing(String directive, String path) {
    return items(directive)
        .filter(i -> Stream.of(plain(i.text()).split(":")).anyMatch(f -> covers(f, path)))
        .map(Accepted.Item::setting)
        .findFirst();
  }

  private static boolean covers(String folder, String path) {
    return folder.startsWith("/") && Paths.isWithin(path, Paths.normalize(folder));
  }

  private static String plain(String item) {
    return item.replaceFirst("^[-+]+", "");
  }

  private Stream<Accepted.Item> items(String directive) {
    return Accepted.items(facts.machine(), unit, section, directive).stream();
  }

  /** The lines of the directive in the order of reading, empty ones too. */
  static Stream<Setting> lines(Unit unit, String directive) {
    String section = unit.name().type().section();
    return unit.settings().all().stream()
        .filter(s -> s.section().equals(section) && s.name().equals(directive));
  }

  /** The capabilities that the unit's processes may have at most, a bit for each by its number. */
  static long bounding(Unit unit, Facts facts) {
    String section = unit.name().type().section();
    return Capabilities.merge(
        Capabilities.lines(unit, section, "CapabilityBoundingSet", facts.values()),
        Capabilities.ALL);
  }
}
