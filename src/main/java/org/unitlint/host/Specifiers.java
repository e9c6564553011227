package org.unitlint.host;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** What specifiers stand for on one machine. See systemd.unit(5), "Specifiers". */
public final class Specifiers {
  private static final int MAX_BYTES = 64 << 10;

  private final FileTree tree;
  private final Setup setup;
  private Map<String, String> facts;
  private Set<String> fstabPoints;

  Specifiers(FileTree tree, Setup setup) {
    this.tree = tree;
    this.setup = setup;
  }

  /**
   * The text with its specifiers replaced for the unit; empty where one is unknown to systemd, or
   * its value cannot be known without the running machine or, for a template, the instance.
   */
  public Optional<String> expand(String text, UnitName unit) {
    if (text.indexOf('%') < 0) {
      return Optional.of(text);
    }
    var expanded = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '%' || i + 1 == text.length()) {
        expanded.append(c);
        continue;
      }
      char which = text.charAt(++i);
      if (which == '%') {
        expanded.append('%');
      } else if (!isLetterOrDigit(which)) {
        expanded.append('%').append(which);
      } else {
        var value = value(which, unit);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        expanded.append(value.get());
      }
    }
    return Optional.of(expanded.toString());
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /**
   * What the specifier of that letter stands for in the unit; empty where that cannot be known
   * without the running machine or, for a template, the instance.
   */
  public Optional<String> value(char which, UnitName unit) {
    return switch (which) {
      case 'n' -> unlessTemplate(unit, unit.toString());
      case 'N' -> unlessTemplate(unit, unit.stem());
      case 'p' -> Optional.of(unit.prefix());
      case 'P' -> Escape.unescape(unit.prefix());
      case 'i' -> unlessTemplate(unit, unit.instance().orElse(""));
      case 'I' -> unlessTemplate(unit, unit.instance().orElse("")).flatMap(Escape::unescape);
      case 'j' -> Optional.of(lastPart(unit.prefix()));
      case 'J' -> Escape.unescape(lastPart(unit.prefix()));
      case 'f' ->
          unlessTemplate(unit, unit.instance().orElse(unit.prefix())).flatMap(Escape::unescapePath);
      default -> setup.scope() == Scope.SYSTEM ? ofMachine(which) : Optional.empty();
    };
  }

  private static Optional<String> unlessTemplate(UnitName unit, String text) {
    return unit.isTemplate() ? Optional.empty() : Optional.of(text);
  }

  private static String lastPart(String prefix) {
    return prefix.substring(prefix.lastIndexOf('-') + 1);
  }

  private Optional<String> ofMachine(char which) {
    return switch (which) {
      case 't' -> Optional.of("/run");
      case 'S' -> Optional.of("/var/lib");
      case 'C' -> Optional.of("/var/cache");
      case 'L' -> Optional.of("/var/log");
      case 'E' -> Optional.of("/etc");
      case 'T' -> Optional.of("/tmp");
      case 'V' -> Optional.of("/var/tmp");
      case 'h' -> Optional.of("/root");
      case 'u', 'g' -> Optional.of("root");
      case 'U', 'G' -> Optional.of("0");
      case 's' -> Optional.of("/bin/sh");
      case 'm' -> fact("machine-id");
      case 'H' -> fact("hostname");
      case 'l' -> fact("hostname").map(h -> h.split("\\.", 2)[0]);
      case 'o' -> fact("ID");
      case 'w' -> fact("VERSION_ID");
      case 'W' -> fact("VARIANT_ID");
      case 'B' -> fact("BUILD_ID");
      case 'M' -> fact("IMAGE_ID");
      case 'A' -> fact("IMAGE_VERSION");
      default -> Optional.empty();
    };
  }

  /** The mount points and swap devices of {@code /etc/fstab}, escaped. */
  synchronized Set<String> fstabPoints() {
    if (fstabPoints == null) {
      var points = new HashSet<String>();
      for (String line : text("/etc/fstab").orElse("").lines().toList()) {
        var fields = line.strip().split("[ \t]+");
        if (fields.length >= 3 && !fields[0].startsWith("#")) {
          points.add(Escape.escapePath(fields[2].equals("swap") ? fields[0] : fields[1]));
        }
      }
      fstabPoints = points;
    }
    return fstabPoints;
  }

  private synchronized Optional<String> fact(String name) {
    if (facts == null) {
      facts = setup.whole() ? readFacts() : Map.of();
    }
    return Optional.ofNullable(facts.get(name));
  }

  private Map<String, String> readFacts() {
    var found = new HashMap<String, String>();
    text("/usr/lib/os-release").ifPresent(text -> assignments(text, found));
    text("/etc/os-release").ifPresent(text -> assignments(text, found));
    text("/etc/machine-id").ifPresent(text -> found.put("machine-id", text.strip()));
    text("/etc/hostname").ifPresent(text -> found.put("hostname", text.strip()));
    return found;
  }

  private static void assignments(String text, Map<String, String> found) {
    for (String line : text.lines().toList()) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String value = line.substring(equals + 1).strip();
        boolean quoted = value.length() > 1 && "\"'".indexOf(value.charAt(0)) >= 0;
        found.put(
            line.substring(0, equals).strip(),
            quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
  }

  private Optional<String> text(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Utf8.decode(tree.read(resolved.path(), MAX_BYTES)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
