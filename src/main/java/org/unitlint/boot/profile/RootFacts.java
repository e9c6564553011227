package org.unitlint.boot.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.host.Machine;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;

/** What the files of a root tell about its machine. */
final class RootFacts {
  private static final int PASS = 5;
  private static final String OS_RELEASE = "os-release:";
  private static final List<String> UPDATED = List.of("/etc", "/var");

  private final Machine machine;
  private RootFiles files;
  private final Map<String, Optional<String>> known = new HashMap<>();
  private Map<String, String> osRelease;

  RootFacts(Machine machine) {
    this.machine = machine;
  }

  /** The machine's files. */
  synchronized RootFiles files() {
    if (files == null) {
      files = new RootFiles(machine);
    }
    return files;
  }

  Machine machine() {
    return machine;
  }

  /** The value of that key; empty where no file tells it. */
  synchronized Optional<String> value(String key, Surroundings surroundings) {
    if (key.indexOf(':') >= 0) {
      return key.startsWith(OS_RELEASE)
          ? Optional.ofNullable(osRelease().get(key.substring(OS_RELEASE.length())))
          : Optional.empty();
    }
    String name = key + " " + surroundings;
    var value = known.get(name);
    if (value == null) {
      value = read(key, surroundings);
      known.put(name, value);
    }
    return value;
  }

  /** What os-release(5) says, by field. */
  synchronized Map<String, String> osRelease() {
    if (osRelease == null) {
      osRelease =
          files()
              .text("/etc/os-release")
              .or(() -> files().text("/usr/lib/os-release"))
              .map(RootFacts::assignments)
              .orElse(Map.of());
    }
    return osRelease;
  }

  private Optional<String> read(String key, Surroundings surroundings) {
    return switch (key) {
      case "systemd-version" -> Optional.of(Integer.toString(machine.setup().version()));
      case "machine-id" -> line("/etc/machine-id");
      case "host-name" -> line("/etc/hostname");
      case "first-boot" ->
          files()
              .text("/etc/machine-id")
              .map(id -> id.strip().equals("uninitialized") ? "yes" : "no");
      case "kernel-version" -> surroundings.isContainer() ? Optional.empty() : kernel();
      case "needs-update" -> needsUpdate();
      case "root-checked" -> rootChecked(surroundings);
      default -> sign(key, surroundings);
    };
  }

  private Optional<String> line(String path) {
    return files()
        .text(path)
        .flatMap(t -> t.lines().map(String::strip).filter(l -> !l.startsWith("#")).findFirst())
        .filter(l -> !l.isEmpty() && !l.equals("uninitialized"));
  }

  /** The only kernel, or the one whose version is the highest. */
  private Optional<String> kernel() {
    var modules = Paths.resolve(files(), "/lib/modules").path();
    return files().children(modules).stream()
        .max(VersionOrder.INSTANCE)
        .or(
            () ->
                files().children("/boot").stream()
                    .filter(n -> n.startsWith("vmlinuz-"))
                    .map(n -> n.substring("vmlinuz-".length()))
                    .max(VersionOrder.INSTANCE));
  }

  /** A folder that was brought up to date once has a mark. */
  private Optional<String> needsUpdate() {
    var old = UPDATED.stream().filter(f -> !exists(Paths.join(f, ".updated"))).toList();
    return old.size() == UPDATED.size()
        ? Optional.empty()
        : Optional.of(old.isEmpty() ? "none" : String.join(",", old));
  }

  /** initramfs-tools takes the programs for it along where {@code fstab} asks for it. */
  private Optional<String> rootChecked(Surroundings surroundings) {
    boolean able = value("initrd", surroundings).filter("initramfs-tools"::equals).isPresent();
    return able
            && files().text("/etc/fstab").stream()
                .flatMap(String::lines)
                .map(line -> line.strip().split("[ \t]+"))
                .anyMatch(f -> f.length > PASS && f[1].equals("/") && !f[PASS].equals("0"))
        ? Optional.of("yes")
        : Optional.empty();
  }

  private Optional<String> sign(String key, Surroundings surroundings) {
    return Sign.ALL.stream()
        .filter(s -> s.key.equals(key) && !(s.ownKernel && surroundings.isContainer()))
        .filter(s -> exists(s.path))
        .map(Sign::value)
        .findFirst();
  }

  private boolean exists(String path) {
    return !Paths.resolve(files(), path).node().is(Node.Kind.MISSING);
  }

  private static Map<String, String> assignments(String text) {
    var fields = new HashMap<String, String>();
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        fields.put(line.substring(0, equals).strip(), unquoted(line.substring(equals + 1).strip()));
      }
    }
    return fields;
  }

  private static String unquoted(String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    boolean quoted =
        value.length() > 1
            && (first == '"' || first == '\'')
            && value.charAt(value.length() - 1) == first;
    if (!quoted) {
      return value;
    }
    var text = new StringBuilder();
    for (int i = 1; i < value.length() - 1; i++) {
      boolean escape = first == '"' && value.charAt(i) == '\\' && i + 1 < value.length() - 1;
      text.append(value.charAt(escape ? ++i : i));
    }
    return text.toString();
  }

  /**
   * A path by which a fact is known.
   *
   * @param ownKernel whether it tells nothing of a container
   */
  private record Sign(String key, String value, String path, boolean ownKernel) {
    static final List<Sign> ALL =
        Rows.of("signs.tsv").stream()
            .map(r -> new Sign(r.get(0), r.get(1), r.get(2), r.get(3).equals("yes")))
            .toList();
  }
}
