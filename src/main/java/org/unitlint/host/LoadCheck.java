package org.unitlint.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.value.ExitStatuses;
import org.unitlint.host.value.Values;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.CommandLine;
import org.unitlint.syntax.Words;

/**
 * The checks by which systemd refuses a unit after reading it, a method for each type of unit, in
 * the order of its {@code *_verify} functions; only the first refusal of a unit counts for systemd.
 * Templates are judged like their instances.
 */
final class LoadCheck {
  private static final int FAILED_ONESHOT_RESTARTS_SINCE = 244;
  private static final int FORCED_ONESHOT_RESTARTS_SINCE = 256;
  private static final Set<String> NEVER_OF_ONESHOT = Set.of("always", "on-success");
  private static final Set<String> PAM_MODES = Set.of("control-group", "mixed");
  private static final Set<String> PAM_MODE = Set.of("control-group");

  private final Unit unit;
  private final Values values;
  private final int version;
  private final String section;
  private final Accepted accepted;
  private final List<Refusal> found = new ArrayList<>();

  LoadCheck(Unit unit, Values values) {
    this.unit = unit;
    this.values = values;
    this.version = values.version();
    this.section = unit.name().type().section();
    this.accepted = new Accepted(unit, values);
  }

  /** Why systemd refuses the unit; empty if it does not. */
  List<Refusal> refusals() {
    values();
    return found.isEmpty() ? verified() : found;
  }

  /** Why it refuses the unit though it takes all values of its fragment; empty if it does not. */
  List<Refusal> verified() {
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
    if (found.isEmpty()) {
      onFailure();
    }
    return found;
  }

  /**
   * Values that make systemd refuse the whole unit. In a drop-in it only stops reading the drop-in.
   */
  private void values() {
    for (Setting setting : unit.settings().all()) {
      if (unit.fragment().filter(f -> f == setting.file()).isPresent()) {
        FatalValue.of(setting, unit.name(), values).ifPresent(found::add);
      }
    }
  }

  /** Only one unit can be isolated. */
  private void onFailure() {
    if (accepted.onFailureMode().filter("isolate"::equals).isEmpty()
        || !unit.name().type().canFail()) {
      return;
    }
    var names = new TreeMap<String, Place>();
    for (Setting setting : unit.settings("Unit", "OnFailure")) {
      for (var word : Words.split(setting.value(), Words.Mode.PLAIN).words()) {
        boolean valid = word.text().indexOf('%') >= 0 || UnitName.parse(word.text()).isPresent();
        if (valid && !unit.names().contains(word.text())) {
          names.putIfAbsent(word.text(), word.place());
        }
      }
    }
    if (names.size() > 1) {
      add(Reason.SEVERAL_ON_FAILURE, last("Unit", "OnFailure").orElseThrow().place());
    }
  }

  private void service() {
    var start = commands("ExecStart");
    boolean action = last("Unit", "SuccessAction").filter(s -> !s.is("none")).isPresent();
    var type = last("Service", "Type");
    var bus = accepted.busName();
    boolean dbus = type.isPresent() ? type.get().is("dbus") : bus.isPresent();
    boolean oneshot = type.isPresent() ? type.get().is("oneshot") : !dbus && start.isEmpty();
    if (start.isEmpty() && commands("ExecStop").isEmpty() && !action) {
      add(Reason.NO_COMMAND, start());
    } else if (!oneshot && start.isEmpty()) {
      add(Reason.NO_START_COMMAND, place(type.or(() -> bus)));
    } else if (start.isEmpty() && !action && flag("RemainAfterExit").isEmpty()) {
      add(Reason.NO_START_WITHOUT_REMAIN, start());
    } else if (!oneshot && start.size() > 1) {
      add(Reason.SEVERAL_START_COMMANDS, start.get(1));
    } else if (oneshot && !oneshot()) {
      return;
    } else if (dbus && bus.isEmpty()) {
      add(Reason.DBUS_WITHOUT_NAME, place(type));
    } else {
      pam(PAM_MODES);
    }
  }

  /** Whether a oneshot service asks for nothing that only makes sense for others. */
  private boolean oneshot() {
    var restart = last("Service", "Restart").filter(this::isNeverOfOneshot);
    var forced = last("Service", "RestartForceExitStatus");
    var statuses =
        ExitStatuses.merge(
            values.lines(unit, "Service", "RestartForceExitStatus", ExitStatuses.class));
    boolean any = !statuses.codes().isEmpty() || !statuses.signals().isEmpty();
    var exit = last("Service", "ExitType").filter(s -> s.is("cgroup"));
    if (restart.isPresent()) {
      add(Reason.ONESHOT_RESTART, place(restart));
    } else if (any && version < FORCED_ONESHOT_RESTARTS_SINCE) {
      add(Reason.ONESHOT_FORCED_RESTART, place(forced));
    } else if (exit.isPresent()) {
      add(Reason.ONESHOT_EXIT_TYPE, place(exit));
    }
    return found.isEmpty();
  }

  private boolean isNeverOfOneshot(Setting restart) {
    return version < FAILED_ONESHOT_RESTARTS_SINCE
        ? !restart.is("no")
        : NEVER_OF_ONESHOT.contains(restart.text());
  }

  private void pam(Set<String> modes) {
    var mode = last(section, "KillMode");
    if (unit.last(section, "PAMName").isPresent()
        && mode.filter(m -> !modes.contains(m.text())).isPresent()) {
      add(Reason.PAM_KILL_MODE, place(mode));
    }
  }

  private void socket() {
    var listeners = accepted.listeners();
    boolean accept = flag("Accept").isPresent();
    var closed = listeners.stream().filter(s -> !Listeners.mayAccept(s)).findFirst();
    var connections = last("Socket", "MaxConnections");
    var service = last("Socket", "Service");
    var links = unit.settings("Socket", "Symlinks").stream().filter(this::hasPath).findFirst();
    if (listeners.isEmpty()) {
      add(Reason.NO_LISTENER, start());
    } else if (accept && closed.isPresent()) {
      add(Reason.ACCEPT_WITHOUT_STREAM, place(closed));
    } else if (accept && connections.filter(s -> Long.parseLong(s.text()) == 0).isPresent()) {
      add(Reason.ACCEPT_WITHOUT_CONNECTIONS, place(connections));
    } else if (accept && service.isPresent()) {
      add(Reason.ACCEPT_WITH_SERVICE, place(service));
    } else if (links.isPresent() && listeners.stream().filter(Listeners::isNode).count() != 1) {
      add(Reason.SYMLINKS_WITHOUT_NODE, place(links));
    } else {
      pam(PAM_MODE);
    }
  }

  private boolean hasPath(Setting list) {
    return values.read(list, unit.name()).value().filter(v -> !v.equals(List.of())).isPresent();
  }

  private void mount() {
    var where = last("Mount", "Where");
    var own = Escape.unescapePath(unit.name().prefix());
    if (where.filter(w -> !isNamed(w)).isPresent()) {
      add(Reason.WHERE_NOT_NAME, place(where));
    } else if (own.filter(ApiMounts::contains).isPresent()) {
      add(Reason.API_MOUNT, place(where));
    } else if (last("Mount", "What").isEmpty()) {
      add(Reason.NO_WHAT, start());
    } else {
      pam(PAM_MODE);
    }
  }

  private void automount() {
    var where = last("Automount", "Where");
    if (unit.name().prefix().equals("-")) {
      add(Reason.AUTOMOUNT_OF_ROOT, start());
    } else if (where.filter(w -> !isNamed(w)).isPresent()) {
      add(Reason.WHERE_NOT_NAME, place(where));
    }
  }

  private void swap() {
    var what = last("Swap", "What");
    if (unit.fragment().isPresent() && what.filter(w -> !isNamed(w)).isPresent()) {
      add(Reason.WHAT_NOT_NAME, place(what));
    } else {
      pam(PAM_MODE);
    }
  }

  /** Whether the path, escaped, is the unit's name; true where its specifiers are unknown. */
  private boolean isNamed(Setting path) {
    return path.text().indexOf('%') >= 0
        || Escape.escapePath(path.text()).equals(unit.name().prefix());
  }

  private void timer() {
    boolean clock = flag("OnClockChange").isPresent() || flag("OnTimezoneChange").isPresent();
    if (accepted.triggers().isEmpty() && !clock) {
      add(Reason.NO_TRIGGER, start());
    }
  }

  private void path() {
    if (accepted.watched().isEmpty()) {
      add(Reason.NO_WATCHED_PATH, start());
    }
  }

  private void slice() {
    String prefix = unit.name().prefix();
    boolean valid =
        prefix.equals("-")
            || !prefix.startsWith("-") && !prefix.endsWith("-") && !prefix.contains("--");
    if (!valid) {
      add(Reason.BAD_SLICE_NAME, start());
    }
  }

  /** The commands that systemd takes: the places of their programs. */
  private List<Place> commands(String directive) {
    var places = new ArrayList<Place>();
    for (Setting setting : unit.settings("Service", directive)) {
      if (accepted.isTaken(setting)) {
        CommandLine.parse(setting.value(), version)
            .commands()
            .forEach(c -> places.add(c.path().place()));
      }
    }
    return places;
  }

  private Optional<Setting> last(String in, String directive) {
    return accepted.last(in, directive);
  }

  private Optional<Setting> flag(String directive) {
    return accepted.on(section, directive);
  }

  private Place place(Optional<Setting> setting) {
    return setting.map(Setting::place).orElseGet(this::start);
  }

  /** The header of the unit's own section, else the first header, else the first line. */
  private Place start() {
    var file = unit.fragment().or(() -> unit.dropins().stream().findFirst());
    if (file.isEmpty()) {
      return Source.of(unit.fragmentPath(), "").whole();
    }
    var tree = file.get().tree();
    return tree.sections().stream()
        .filter(s -> s.name().equals(section))
        .findFirst()
        .or(() -> tree.sections().stream().findFirst())
        .map(s -> s.header().text().place())
        .orElseGet(() -> tree.source().place(0, tree.source().lineSpan(1).end()));
  }

  private void add(Reason reason, Place place) {
    found.add(new Refusal(reason, place));
  }
}
