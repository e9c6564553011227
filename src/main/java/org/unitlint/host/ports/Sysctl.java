package org.unitlint.host.ports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.unitlint.host.Machine;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** What a machine's files set kernel parameters to. See sysctl.d(5). */
public final class Sysctl {
  /** The weakest first. */
  private static final List<String> FOLDERS =
      List.of("/usr/lib/sysctl.d", "/usr/local/lib/sysctl.d", "/run/sysctl.d", "/etc/sysctl.d");

  private static final int MAX_BYTES = 1 << 20;

  private final Map<String, String> values;

  private Sysctl(Map<String, String> values) {
    this.values = values;
  }

  /** Those of the machine; none where only some folders are known. */
  public static Sysctl of(Machine machine) {
    var values = new TreeMap<String, String>();
    if (machine.setup().whole()) {
      var files = new TreeMap<String, String>();
      for (String folder : FOLDERS) {
        for (String name : machine.children(folder)) {
          if (name.endsWith(".conf")) {
            files.put(name, Paths.join(folder, name));
          }
        }
      }
      files.put("\uFFFF", "/etc/sysctl.conf");
      files.values().forEach(f -> read(machine, f, values));
    }
    return new Sysctl(values);
  }

  private static void read(Machine machine, String path, Map<String, String> values) {
    var file = Paths.resolve(machine.tree(), path);
    if (!file.node().is(Node.Kind.FILE)) {
      return;
    }
    try {
      String text = Utf8.decode(machine.tree().read(file.path(), MAX_BYTES));
      for (String line : text.split("\n")) {
        int equals = line.indexOf('=');
        String key = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!key.isEmpty() && key.charAt(0) != '#' && key.charAt(0) != ';') {
          String plain = key.startsWith("-") ? key.substring(1) : key;
          values.put(plain.replace('/', '.'), line.substring(equals + 1).strip());
        }
      }
    } catch (IOException e) {
      // What cannot be read says nothing.
    }
  }

  /** The value of the parameter, its name written with dots; empty where no file sets it. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }
}
