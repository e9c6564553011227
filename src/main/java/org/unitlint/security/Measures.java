package org.unitlint.security;

import static org.unitlint.security.Risk.HIGH;
import static org.unitlint.security.Risk.LOW;
import static org.unitlint.security.Risk.MEDIUM;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unitlint.catalog.Need;
import org.unitlint.host.Accepted;
import org.unitlint.host.Booleans;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.value.Capabilities;

/** What can be done about how exposed one service is, whether it would bear that or not. */
final class Measures {
  private static final String SECTION = "Service";
  private static final int WIDTH = 78;
  private static final List<String> OWN_FOLDERS =
      List.of(
          "StateDirectory",
          "CacheDirectory",
          "LogsDirectory",
          "RuntimeDirectory",
          "ReadWritePaths");

  /** What needs no privileges, so that the managers of users can do it. */
  private static final Set<String> OF_USERS =
      Set.of(
          "LockPersonality",
          "MemoryDenyWriteExecute",
          "NoNewPrivileges",
          "RestrictAddressFamilies",
          "RestrictNamespaces",
          "RestrictRealtime",
          "RestrictSUIDSGID",
          "SystemCallArchitectures",
          "SystemCallFilter",
          "UMask");

  /** What gives a service its own view of the files, so that what it mounts nobody else sees. */
  private static final Set<String> OWN_VIEW =
      Set.of(
          "PrivateDevices",
          "PrivateMounts",
          "PrivateTmp",
          "ProcSubset",
          "ProtectControlGroups",
          "ProtectHome",
          "ProtectKernelLogs",
          "ProtectKernelModules",
          "ProtectKernelTunables",
          "ProtectProc",
          "ProtectSystem");

  private static final Set<String> WITHOUT_VIEW = Set.of("all", "default");

  private static final List<String> NOT_OF_DYNAMIC_USERS =
      List.of("User", "Group", "PIDFile", "CapabilityBoundingSet", "AmbientCapabilities");

  private static final List<Measure> USUAL =
      List.of(
          Measure.of("LockPersonality=yes", LOW, Need.FOREIGN_CODE),
          Measure.of("SystemCallArchitectures=native", LOW, Need.FOREIGN_CODE),
          Measure.of("NoNewPrivileges=yes", LOW, Need.GAINED_RIGHTS),
          Measure.of("PrivateMounts=yes", LOW, Need.MOUNTS),
          Measure.of("ProtectClock=yes", LOW, Need.CLOCK),
          Measure.of("ProtectControlGroups=yes", LOW, Need.CONTROL_GROUPS),
          Measure.of("ProtectHostname=yes", LOW, Need.HOST_NAME),
          Measure.of("ProtectKernelLogs=yes", LOW, Need.KERNEL_LOG),
          Measure.of("ProtectKernelModules=yes", LOW, Need.MODULES),
          Measure.of(
              "ProtectKernelTunables=yes", LOW, Need.TUNABLES, Need.NETWORK_SETUP, Need.MOUNTS),
          Measure.of("RestrictNamespaces=yes", LOW, Need.NAMESPACES),
          Measure.of("RestrictRealtime=yes", LOW, Need.REAL_TIME),
          Measure.of(
              "RestrictSUIDSGID=yes", LOW, Need.GAINED_RIGHTS, Need.SYSTEM_FILES, Need.OTHER_FILES),
          Measure.of("MemoryDenyWriteExecute=yes", MEDIUM, Need.NEW_CODE),
          Measure.of("PrivateTmp=yes", MEDIUM, Need.TEMPORARY_FILES),
          Measure.of(
              "PrivateDevices=yes",
              MEDIUM,
              Need.DEVICES,
              Need.HARDWARE,
              Need.TERMINALS,
              Need.CLOCK,
              Need.SWAP),
          Measure.of("ProtectHome=yes", MEDIUM, Need.HOMES),
          Measure.of("ProtectProc=invisible", MEDIUM, Need.PROCESSES),
          Measure.of("ProcSubset=pid", HIGH, Need.PROCESSES, Need.TUNABLES, Need.MOUNTS),
          Measure.of("IPAddressDeny=any", HIGH, Need.NETWORK, Need.RAW_NETWORK, Need.LOW_PORTS),
          Measure.of(
              "PrivateNetwork=yes",
              HIGH,
              Need.NETWORK,
              Need.NETWORK_SETUP,
              Need.RAW_NETWORK,
              Need.LOW_PORTS,
              Need.RARE_SOCKETS,
              Need.DEVICES,
              Need.AUDIT));

  private static final List<Part> RARE_CALLS =
      List.of(
          Part.of("@clock", LOW, Need.CLOCK),
          Part.of("@cpu-emulation", LOW, Need.FOREIGN_CODE),
          Part.of("@debug", LOW, Need.PROCESSES, Need.BPF),
          Part.of("@module", LOW, Need.MODULES),
          Part.of("@mount", LOW, Need.MOUNTS, Need.NAMESPACES),
          Part.of("@obsolete", LOW),
          Part.of("@raw-io", LOW, Need.HARDWARE, Need.DEVICES),
          Part.of("@reboot", LOW, Need.REBOOT),
          Part.of("@swap", LOW, Need.SWAP));

  private final Machine machine;
  private final Unit unit;
  private final Accepted accepted;
  private final Sandbox sandbox;
  private final Hints hints;
  private final List<Measure> all = new ArrayList<>();

  private Measures(Machine machine, Unit unit, Hints hints) {
    this.machine = machine;
    this.unit = unit;
    this.accepted = Accepted.of(machine, unit);
    this.sandbox = new Sandbox(machine, unit);
    this.hints = hints;
  }

  /** All of them, in no special order. */
  static List<Measure> of(Machine machine, Unit unit, Hints hints) {
    var measures = new Measures(machine, unit, hints);
    measures.all.addAll(USUAL);
    measures.system();
    measures.devices();
    measures.users();
    measures.families();
    measures.capabilities();
    measures.syscalls();
    boolean hasView = OWN_VIEW.stream().anyMatch(measures::isOn);
    return measures.all.stream()
        .map(x -> hasView || !OWN_VIEW.contains(x.directive()) ? x : x.unless(Need.MOUNTS))
        .filter(x -> machine.setup().scope() == Scope.SYSTEM || OF_USERS.contains(x.directive()))
        .map(x -> hints.isOpaque() ? x.riskier() : x)
        .toList();
  }

  private boolean isOn(String directive) {
    return accepted
        .last(SECTION, directive)
        .filter(s -> Booleans.parse(s.text()).orElse(!WITHOUT_VIEW.contains(s.text())))
        .isPresent();
  }

  /** Writing is for the service's own folders alone where it has some, and nothing else shows. */
  private void system() {
    boolean folders = OWN_FOLDERS.stream().anyMatch(d -> !accepted.all(SECTION, d).isEmpty());
    boolean strict = folders && !sandbox.isPrivileged() && !hints.isOpaque() && !writesElsewhere();
    all.add(Measure.of("ProtectSystem=" + (strict ? "strict" : "full"), MEDIUM, Need.SYSTEM_FILES));
  }

  /** Where devices are listed, others are out of reach already: saying so changes nothing. */
  private void devices() {
    boolean listed = !accepted.all(SECTION, "DeviceAllow").isEmpty();
    all.add(
        listed
            ? Measure.of("DevicePolicy=closed", LOW)
            : Measure.of(
                "DevicePolicy=closed",
                MEDIUM,
                Need.DEVICES,
                Need.HARDWARE,
                Need.TERMINALS,
                Need.CLOCK,
                Need.SWAP));
  }

  private boolean writesElsewhere() {
    for (String directive : List.of("ExecStart", "ExecStartPre", "ExecStartPost", "PIDFile")) {
      for (Setting setting : accepted.all(SECTION, directive)) {
        if (setting.text().matches("(?s).*[\\s=:]/(var|srv|opt|run|mnt|media|data)/.*")) {
          return true;
        }
      }
    }
    return false;
  }

  private void users() {
    boolean root = sandbox.isPrivileged();
    boolean shares =
        root || !accepted.all(SECTION, "RuntimeDirectory").isEmpty() || hints.isOpaque();
    all.add(Measure.of("UMask=0077", shares ? HIGH : MEDIUM, Need.OTHER_FILES));
    all.add(
        Measure.of(
            "PrivateUsers=yes",
            root ? HIGH : MEDIUM,
            Need.USERS,
            Need.OTHER_FILES,
            Need.SYSTEM_FILES,
            Need.LOW_PORTS,
            Need.NETWORK_SETUP,
            Need.RAW_NETWORK,
            Need.MOUNTS,
            Need.CLOCK,
            Need.REBOOT,
            Need.MODULES,
            Need.LIMITS,
            Need.PROCESSES,
            Need.KERNEL_LOG,
            Need.HOMES));
    if (!root) {
      all.add(Measure.of("RemoveIPC=yes", MEDIUM, Need.SHARED_MEMORY));
      return;
    }
    if (mayBeDynamic()) {
      all.add(
          Measure.of(
              "DynamicUser=yes",
              HIGH,
              Need.USERS,
              Need.OTHER_FILES,
              Need.SYSTEM_FILES,
              Need.TEMPORARY_FILES,
              Need.LOW_PORTS,
              Need.NETWORK_SETUP,
              Need.RAW_NETWORK,
              Need.DEVICES,
              Need.MOUNTS,
              Need.CLOCK,
              Need.REBOOT,
              Need.SWAP,
              Need.MODULES,
              Need.LIMITS,
              Need.PROCESSES,
              Need.TUNABLES,
              Need.HARDWARE,
              Need.TERMINALS,
              Need.KERNEL_LOG,
              Need.AUDIT,
              Need.GAINED_RIGHTS,
              Need.HOMES));
    }
  }

  /** Its user must not matter to anybody else, nor to files that it has already. */
  private boolean mayBeDynamic() {
    return sandbox.usualBoot().value()
        && NOT_OF_DYNAMIC_USERS.stream().allMatch(d -> accepted.last(SECTION, d).isEmpty());
  }

  private void families() {
    var families = new TreeSet<>(Set.of("AF_UNIX", "AF_INET", "AF_INET6", "AF_NETLINK"));
    if (hints.has(Need.RAW_NETWORK)) {
      families.add("AF_PACKET");
    }
    all.add(
        Measure.of(
            "RestrictAddressFamilies=" + String.join(" ", families), MEDIUM, Need.RARE_SOCKETS));
  }

  /**
   * What runs as somebody else has none to lose; of root those go that it does not seem to need.
   */
  private void capabilities() {
    String directive = "CapabilityBoundingSet";
    if (!sandbox.isPrivileged()) {
      var kept = new TreeSet<String>();
      for (String name : machine.catalog().capabilities().all().keySet()) {
        if (isAmbient(name)) {
          kept.add(name);
        }
      }
      var lines = new ArrayList<>(List.of(directive + "="));
      if (!kept.isEmpty()) {
        lines.add(directive + "=" + String.join(" ", kept));
      }
      all.add(new Measure(directive, lines, LOW, Set.of(Need.GAINED_RIGHTS, Need.USERS)));
      return;
    }
    for (Risk risk : Risk.values()) {
      var parts = new ArrayList<Part>();
      for (Capability capability : Capability.ALL) {
        boolean held =
            Capabilities.has(sandbox.boundingSet().value(), capability.name(), machine.catalog());
        if (capability.risk() == risk && held && !isAmbient(capability.name())) {
          parts.add(new Part(capability.name(), risk, capability.uses()));
        }
      }
      bundle(directive, List.of(), parts);
    }
  }

  private boolean isAmbient(String capability) {
    return Capabilities.has(sandbox.ambientSet().value(), capability, machine.catalog());
  }

  /** A word of a list of what is taken away. */
  private record Part(String word, Risk risk, Set<Need> against) {
    static Part of(String word, Risk risk, Need... against) {
      return new Part(word, risk, Set.of(against));
    }
  }

  /** One measure of all that nothing speaks against, and one for each of the rest. */
  private void bundle(String directive, List<String> before, List<Part> parts) {
    var words = new ArrayList<String>();
    for (Part part : parts) {
      if (hints.of(part.against()).isEmpty()) {
        words.add(part.word());
      } else {
        String line = directive + "=~" + part.word();
        all.add(new Measure(directive, List.of(line), part.risk(), part.against()));
      }
    }
    if (!words.isEmpty()) {
      var lines = new ArrayList<>(before);
      lines.addAll(lines(directive + "=~", words));
      all.add(new Measure(directive, lines, parts.get(0).risk(), Set.of()));
    }
  }

  /** As many words a line as there is room for. */
  private static List<String> lines(String start, List<String> words) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(start + words.get(0));
    for (String word : words.subList(1, words.size())) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(start + word);
      } else {
        line.append(' ').append(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** A call that is refused should fail, and not kill the service that tried it. */
  private void syscalls() {
    boolean first =
        sandbox.syscalls().value().isEmpty()
            && accepted.last(SECTION, "SystemCallErrorNumber").isEmpty();
    var before = first ? List.of("SystemCallErrorNumber=EPERM") : List.<String>of();
    bundle("SystemCallFilter", before, RARE_CALLS);
    var risk = sandbox.isPrivileged() ? HIGH : MEDIUM;
    bundle(
        "SystemCallFilter",
        before,
        List.of(
            Part.of(
                "@privileged",
                risk,
                Need.USERS,
                Need.OTHER_FILES,
                Need.SYSTEM_FILES,
                Need.CLOCK,
                Need.MODULES,
                Need.REBOOT,
                Need.SWAP,
                Need.BPF,
                Need.MOUNTS),
            Part.of("@resources", risk, Need.LIMITS, Need.REAL_TIME)));
  }
}
