package org.unitlint.host.generate;

import java.util.Optional;
import org.unitlint.host.UnitName;

/** Names of units made of paths and other texts, as the generators make them. */
final class UnitNames {
  private static final int MAX_LENGTH = 255;
  private static final int HASH_LENGTH = 16;

  private UnitNames() {}

  /** Step "unit_name_escape". */
  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '/') {
        escaped.append('-');
      } else if (c == '-' || c == '\\' || c == '@' || !UnitName.isValid(c) || i == 0 && c == '.') {
        appendHex(escaped, c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static void appendHex(StringBuilder escaped, char c) {
    escaped.append("\\x");
    escaped.append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
  }

  /** Step "unit_name_path_escape"; empty for a path that climbs. */
  static Optional<String> escapePath(String path) {
    String simple = RawPaths.simplify(path);
    if (simple.isEmpty() || simple.equals("/")) {
      return Optional.of("-");
    }
    return RawPaths.isNormal(simple)
        ? Optional.of(escape(simple.startsWith("/") ? simple.substring(1) : simple))
        : Optional.empty();
  }

  /** The unit of that type, with its dot, that belongs to the path; empty where none can. */
  static Optional<String> ofPath(String path, String type) {
    return escapePath(path).map(p -> p + type).map(UnitNames::shorten).filter(UnitNames::isValid);
  }

  /** The instance of a template of services for the path; empty where none can be. */
  static Optional<String> serviceOfPath(String template, String path) {
    return escapePath(path).flatMap(p -> service(template, p));
  }

  /** Step "unit_name_hash_long". */
  private static String shorten(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    String type = name.substring(name.lastIndexOf('.'));
    int kept = MAX_LENGTH - HASH_LENGTH - 1 - type.length();
    return name.substring(0, kept) + "_" + NameHash.of(name) + type;
  }

  static boolean isValid(String name) {
    return UnitName.parse(name).isPresent();
  }

  /** Step "unit_name_build" for a service; empty where the instance cannot be one. */
  static Optional<String> service(String template, String instance) {
    String name = template + "@" + instance + ".service";
    return Optional.of(name).filter(n -> !instance.isEmpty() && isValid(n));
  }

  /** Step "unit_name_mangle_with_suffix"; empty for what cannot become a name. */
  static Optional<String> mangle(String name, String type) {
    if (name.isEmpty() || isValid(name)) {
      return Optional.of(name).filter(n -> !n.isEmpty());
    }
    if (name.startsWith("/")) {
      var unit = ofPath(name, RawPaths.isDevice(name) ? ".device" : ".mount");
      if (unit.isPresent()) {
        return unit;
      }
    }
    var mangled = new StringBuilder();
    for (char c : name.toCharArray()) {
      if (c == '/') {
        mangled.append('-');
      } else if (UnitName.isValid(c)) {
        mangled.append(c);
      } else {
        appendHex(mangled, c);
      }
    }
    String whole = isValid(mangled.toString()) ? mangled.toString() : mangled + type;
    return Optional.of(whole).filter(UnitNames::isValid);
  }
}
