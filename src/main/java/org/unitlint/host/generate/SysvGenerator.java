package org.unitlint.host.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/**
 * Writes services for SysV scripts that have no unit of their own. See systemd-sysv-generator(8).
 *
 * <p>Where systemd goes by the order of a hash table or a folder, the first name counts.
 */
final class SysvGenerator {
  private static final String SCRIPTS = "/etc/init.d";

  /** Scripts that are started by links; of more, the order by numbers would fill the memory. */
  private static final int MOST_ORDERED = 500;

  private final Root root;
  private final Output.Writer writer;
  private final List<String> searchPath;
  private final Map<String, SysvScript> scripts = new TreeMap<>();
  private final Map<SysvScript, SysvHeader> headers = new LinkedHashMap<>();

  SysvGenerator(Root root, Output output) {
    this.root = root;
    this.writer = output.writer(Output.LATE, "systemd-sysv-generator");
    this.searchPath =
        Scope.SYSTEM.searchPath().stream()
            .filter(folder -> !folder.startsWith(Output.NORMAL))
            .toList();
  }

  void run() {
    if (!enumerate() || !readLinks()) {
      return;
    }
    scripts.values().forEach(this::load);
    order();
    headers.forEach(this::write);
  }

  /** Step "sysv_translate_name": the service of a script; empty where none can be. */
  static Optional<String> unit(String script) {
    return UnitNames.mangle(SysvScript.withoutSh(script), ".service");
  }

  /** Step "enumerate_sysv"; false where systemd gives up for a name that cannot be a unit's. */
  private boolean enumerate() {
    String folder = Paths.resolve(root.tree(), SCRIPTS).path();
    for (String name : root.children(folder)) {
      String path = Paths.join(folder, name);
      var node = root.node(path);
      if (Machine.isLeftover(name) || !node.is(Node.Kind.FILE) || !node.executable()) {
        continue;
      }
      var unit = unit(Bytes.of(name));
      if (unit.isEmpty()) {
        return false;
      }
      if (!scripts.containsKey(unit.get()) && !hasOwnUnit(unit.get())) {
        var place = root.named(path);
        scripts.put(unit.get(), new SysvScript(unit.get(), Bytes.of(path), place));
      }
    }
    return true;
  }

  /** Step "unit_file_exists". */
  private boolean hasOwnUnit(String name) {
    int at = name.indexOf('@');
    String template =
        at < 0 ? name : name.substring(0, at + 1) + name.substring(name.lastIndexOf('.'));
    return searchPath.stream()
        .anyMatch(
            folder ->
                !root.nodeItself(Paths.join(folder, name)).is(Node.Kind.MISSING)
                    || !root.nodeItself(Paths.join(folder, template)).is(Node.Kind.MISSING));
  }

  /** Step "set_dependencies_from_rcnd"; false as in {@link #enumerate}. */
  private boolean readLinks() {
    for (var folder : Catalog.standard().rcFolders().entrySet()) {
      String path = "/etc/" + folder.getKey();
      var started = new TreeMap<String, String>();
      for (String link : root.children(path)) {
        if (Machine.isLeftover(link) || !isStart(Bytes.of(link))) {
          continue;
        }
        var unit = unit(Bytes.of(link).substring(3));
        if (unit.isEmpty()) {
          return false;
        }
        if (scripts.containsKey(unit.get())) {
          scripts.get(unit.get()).rank(Integer.parseInt(link.substring(1, 3)));
          started.putIfAbsent(unit.get(), Paths.join(path, link));
        }
      }
      started.forEach(
          (unit, link) -> {
            var script = scripts.get(unit);
            script.before().add(folder.getValue());
            script.starts().add(new SysvScript.Start(folder.getValue(), root.named(link)));
          });
    }
    return true;
  }

  private static boolean isStart(String link) {
    return link.length() > 3 && link.charAt(0) == 'S' && isDigit(link, 1) && isDigit(link, 2);
  }

  private static boolean isDigit(String text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private void load(SysvScript script) {
    var source = root.read(Bytes.text(script.path()));
    source
        .flatMap(text -> SysvHeader.read(script, text, writer))
        .ifPresent(header -> headers.put(script, header));
  }

  /** Step "fix_order": two scripts of which one has no LSB header go by their numbers. */
  private void order() {
    var ranked = new ArrayList<SysvScript>();
    headers.keySet().stream().filter(s -> s.priority().isPresent()).forEach(ranked::add);
    if (ranked.size() > MOST_ORDERED) {
      return;
    }
    for (SysvScript script : ranked) {
      for (SysvScript other : ranked) {
        if (headers.get(script).isLsb() && headers.get(other).isLsb()) {
          continue;
        }
        int sign = other.priority().orElseThrow().compareTo(script.priority().orElseThrow());
        if (sign != 0) {
          (sign < 0 ? script.after() : script.before()).add(other.unit());
        }
      }
    }
  }

  /** Step "generate_unit_file"; a script wins over another one's second name. */
  private void write(SysvScript script, SysvHeader header) {
    var named = writer.because(header.start().orElse(script.place()));
    named.unlink(script.unit());
    var begun = named.unit(script.unit());
    if (begun.isEmpty()) {
      return;
    }
    var unit = begun.get();
    unit.append("[Unit]\nDocumentation=man:systemd-sysv-generator(8)\n");
    Units.append(unit, "SourcePath", script.path());
    if (!header.description().isEmpty()) {
      Units.append(unit, "Description", header.description());
    }
    script.before().forEach(u -> unit.append("Before=").append(u).append('\n'));
    script.after().forEach(u -> unit.append("After=").append(u).append('\n'));
    script.wants().forEach(u -> unit.append("Wants=").append(u).append('\n'));
    appendService(unit, script, header);
    for (var start : script.starts()) {
      writer.because(start.link()).depend(start.target(), "wants", script.unit());
    }
  }

  private static void appendService(StringBuilder unit, SysvScript script, SysvHeader header) {
    boolean hasPidFile = !header.pidFile().isEmpty();
    String program = Bytes.escapeSpecifiers(script.path());
    unit.append("\n[Service]\nType=forking\nRestart=no\nTimeoutSec=5min\nIgnoreSIGPIPE=no\n");
    unit.append("KillMode=process\nGuessMainPID=no\n");
    unit.append("RemainAfterExit=").append(hasPidFile ? "no\n" : "yes\n");
    if (hasPidFile) {
      Units.append(unit, "PIDFile", header.pidFile());
    }
    unit.append(header.isLsb() ? "SuccessExitStatus=5 6\n" : "");
    unit.append("ExecStart=").append(program).append(" start\n");
    unit.append("ExecStop=").append(program).append(" stop\n");
    if (header.reloads()) {
      unit.append("ExecReload=").append(program).append(" reload\n");
    }
  }
}
