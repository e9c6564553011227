package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/**
 * The checks by which systemd refuses a unit after reading it, a method for each type of unit, in
 * the order of its {@code *_verify} functions; only the first refusal of a unit counts for systemd.
 */
final class LoadCheck {
  private static final Set<String> API_MOUNTS =
      Set.of(
          "/proc",
          "/sys",
          "/dev",
          "/run",
          "/dev/shm",
          "/dev/pts",
          "/sys/kernel/security",
          "/sys/fs/smackfs",
          "/sys/fs/cgroup",
          "/sys/fs/pstore",
          "/sys/firmware/efi/efivars",
          "/sys/fs/bpf",
          "/sys/fs/selinux");
  private static final Set<String> ONESHOT_RESTARTS =
      Set.of("no", "on-failure", "on-abnormal", "on-watchdog", "on-abort");

  private final Unit unit;
  private final Words words;
  private final String section;
  private final List<Refusal> found = new ArrayList<>();

  LoadCheck(Unit unit, Catalog catalog, int version) {
    this.unit = unit;
    this.words = new Words(unit, catalog, version);
    this.section = unit.name().type().section();
  }

  /** Why systemd refuses the unit; empty if it does not. */
  List<Refusal> refusals() {
    if (unit.name().isTemplate() || !values()) {
      return found;
    }
    switch (unit.name().type()) {
      case SERVICE -> service();
      case SOCKET -> socket();
      case MOUNT -> mount();
      case AUTOMOUNT -> automount();
      case SWAP -> swap();
      case TIMER -> timer();
      case PATH -> path();
      case SLICE -> slice();
      default -> {}
    }
    return found;
  }

  /** Values in the fragment that make systemd refuse the whole unit; it goes on after others. */
  private boolean values() {
    for (Setting setting : unit.settings().all()) {
      boolean own = unit.fragment().filter(f -> f == setting.file()).isPresent();
      if (own && setting.directive().onInvalid() == OnInvalid.UNIT_REJECTED) {
        value(setting);
      }
    }
    return found.isEmpty();
  }

  private void value(Setting setting) {
    if (setting.directive().valueKind().equals("exec-command")) {
      Commands.of(setting).refusal().ifPresent(p -> add(Refusal.Reason.BAD_COMMAND, p));
    }
  }

  private void service() {
    var start = commands("ExecStart");
    boolean action = words.last("Unit", "SuccessAction").filter(s -> !s.is("none")).isPresent();
    var type = words.last("Service", "Type");
    boolean bus = unit.last("Service", "BusName").isPresent();
    boolean oneshot = type.isPresent() ? type.get().is("oneshot") : !bus && start.isEmpty();
    boolean dbus = type.isPresent() && type.get().is("dbus");
    var restart = words.last("Service", "Restart");
    if (start.isEmpty() && commands("ExecStop").isEmpty() && !action) {
      add(Refusal.Reason.NO_COMMAND, start());
    } else if (!oneshot && start.isEmpty()) {
      add(Refusal.Reason.NO_START_COMMAND, place(type));
    } else if (start.isEmpty() && !action && !unit.flag("Service", "RemainAfterExit", false)) {
      add(Refusal.Reason.NO_START_WITHOUT_REMAIN, start());
    } else if (!oneshot && start.size() > 1) {
      add(Refusal.Reason.SEVERAL_START_COMMANDS, start.get(1));
    } else if (oneshot && restart.filter(r -> !ONESHOT_RESTARTS.contains(r.text())).isPresent()) {
      add(Refusal.Reason.ONESHOT_RESTART, place(restart));
    } else if (oneshot && unit.last("Service", "RestartForceExitStatus").isPresent()) {
      var forced = unit.last("Service", "RestartForceExitStatus");
      add(Refusal.Reason.ONESHOT_FORCED_RESTART, place(forced));
    } else if (oneshot
        && words.last("Service", "ExitType").filter(s -> s.is("cgroup")).isPresent()) {
      add(Refusal.Reason.ONESHOT_EXIT_TYPE, place(unit.last("Service", "ExitType")));
    } else if (dbus && !bus) {
      add(Refusal.Reason.DBUS_WITHOUT_NAME, place(type));
    } else {
      pam(Set.of("control-group", "mixed"));
    }
  }

  private void pam(Set<String> modes) {
    var mode = words.last(section, "KillMode");
    if (unit.last(section, "PAMName").isPresent()
        && mode.filter(m -> !modes.contains(m.text())).isPresent()) {
      add(Refusal.Reason.PAM_KILL_MODE, place(mode));
    }
  }

  private void socket() {
    var listeners = new ArrayList<Setting>();
    for (String directive : Listeners.ALL) {
      unit.settings("Socket", directive).stream()
          .filter(Listeners::isValid)
          .forEach(listeners::add);
    }
    boolean accept = unit.flag("Socket", "Accept", false);
    if (listeners.isEmpty()) {
      add(Refusal.Reason.NO_LISTENER, start());
    } else if (accept && !listeners.stream().anyMatch(Listeners::mayAccept)) {
      add(Refusal.Reason.ACCEPT_WITHOUT_STREAM, place(unit.last("Socket", "Accept")));
    } else if (accept && unit.last("Socket", "MaxConnections").filter(s -> s.is("0")).isPresent()) {
      add(Refusal.Reason.ACCEPT_WITHOUT_CONNECTIONS, place(unit.last("Socket", "MaxConnections")));
    } else if (accept && unit.last("Socket", "Service").isPresent()) {
      add(Refusal.Reason.ACCEPT_WITH_SERVICE, place(unit.last("Socket", "Service")));
    } else if (unit.last("Socket", "Symlinks").isPresent()
        && listeners.stream().filter(Listeners::isNode).count() != 1) {
      add(Refusal.Reason.SYMLINKS_WITHOUT_NODE, place(unit.last("Socket", "Symlinks")));
    } else {
      pam(Set.of("control-group"));
    }
  }

  private void mount() {
    var where = unit.last("Mount", "Where");
    var own = Escape.unescapePath(unit.name().prefix());
    if (where.filter(w -> !named(w)).isPresent()) {
      add(Refusal.Reason.WHERE_NOT_NAME, place(where));
    } else if (own.filter(LoadCheck::isApiMount).isPresent()) {
      add(Refusal.Reason.API_MOUNT, where.map(Setting::place).orElse(start()));
    } else if (unit.last("Mount", "What").isEmpty()) {
      add(Refusal.Reason.NO_WHAT, start());
    } else {
      pam(Set.of("control-group", "mixed"));
    }
  }

  private static boolean isApiMount(String path) {
    return API_MOUNTS.contains(path) || path.startsWith("/sys/fs/cgroup/");
  }

  private void automount() {
    var where = unit.last("Automount", "Where");
    if (unit.name().prefix().equals("-")) {
      add(Refusal.Reason.AUTOMOUNT_OF_ROOT, start());
    } else if (where.filter(w -> !named(w)).isPresent()) {
      add(Refusal.Reason.WHERE_NOT_NAME, place(where));
    }
  }

  private void swap() {
    var what = unit.last("Swap", "What");
    if (unit.fragment().isPresent() && what.filter(w -> !named(w)).isPresent()) {
      add(Refusal.Reason.WHAT_NOT_NAME, place(what));
    }
  }

  /** Whether the path, escaped, is the unit's name; true where its specifiers are unknown. */
  private boolean named(Setting path) {
    return path.text().indexOf('%') >= 0
        || Escape.escapePath(path.text()).equals(unit.name().prefix());
  }

  private void timer() {
    boolean clock =
        unit.flag("Timer", "OnClockChange", false) || unit.flag("Timer", "OnTimezoneChange", false);
    var triggers =
        List.of(
            "OnActiveSec",
            "OnBootSec",
            "OnStartupSec",
            "OnUnitActiveSec",
            "OnUnitInactiveSec",
            "OnCalendar");
    if (!clock && triggers.stream().allMatch(t -> unit.settings("Timer", t).isEmpty())) {
      add(Refusal.Reason.NO_TRIGGER, start());
    }
  }

  private void path() {
    var watched =
        List.of("PathExists", "PathExistsGlob", "PathChanged", "PathModified", "DirectoryNotEmpty");
    boolean any =
        watched.stream()
            .flatMap(w -> unit.settings("Path", w).stream())
            .anyMatch(s -> s.text().startsWith("/") || s.text().startsWith("%"));
    if (!any) {
      add(Refusal.Reason.NO_WATCHED_PATH, start());
    }
  }

  private void slice() {
    String prefix = unit.name().prefix();
    boolean valid =
        prefix.equals("-")
            || !prefix.startsWith("-") && !prefix.endsWith("-") && !prefix.contains("--");
    if (!valid) {
      add(Refusal.Reason.BAD_SLICE_NAME, start());
    }
  }

  private List<Place> commands(String directive) {
    var places = new ArrayList<Place>();
    for (Setting setting : unit.settings("Service", directive)) {
      places.addAll(Commands.of(setting).places());
    }
    return places;
  }

  private Place place(Optional<Setting> setting) {
    return setting.map(Setting::place).orElse(start());
  }

  /** The header of the unit's own section, else the start of its file. */
  private Place start() {
    var file = unit.fragment();
    if (file.isEmpty()) {
      return Source.of(unit.fragmentPath(), "").whole();
    }
    return file.get().tree().sections().stream()
        .filter(s -> s.name().equals(section))
        .map(s -> s.header().text().place())
        .findFirst()
        .orElse(file.get().tree().source().place(0, 0));
  }

  private void add(Refusal.Reason reason, Place place) {
    found.add(new Refusal(reason, place));
  }

  /** The settings with a word of an enum, invalid ones left out as systemd does. */
  private record Words(Unit unit, Catalog catalog, int version) {
    Optional<Setting> last(String section, String directive) {
      var all = unit.settings(section, directive);
      for (int i = all.size() - 1; i >= 0; i--) {
        if (isValid(all.get(i))) {
          return Optional.of(all.get(i));
        }
      }
      return Optional.empty();
    }

    private boolean isValid(Setting setting) {
      String kind = setting.directive().valueKind(version);
      var words = catalog.words(kind.substring(kind.indexOf(':') + 1));
      return words.isEmpty()
          || words.get().open()
          || words.get().word(setting.text()).filter(w -> w.acceptedIn(version)).isPresent()
          || words.get().booleans() && Booleans.parse(setting.text()).isPresent();
    }
  }
}
