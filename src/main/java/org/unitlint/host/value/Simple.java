package org.unitlint.host.value;

import org.unitlint.host.value.ValueFlaw.Effect;

/** A path without doubled slashes, {@code .} and a slash at the end. */
final class Simple {
  private Simple() {}

  /** Whether {@code ..} is part of it, which systemd takes nowhere. */
  static boolean climbs(String path) {
    return ("/" + path + "/").contains("/../");
  }

  /** A flaw of a path that climbs. */
  static ValueFlaw climbing(Text path, ValueContext context) {
    return ValueFlaw.of(Effect.LINE, path.place(), "`..` in the path of `%s=`", context.name())
        .help("write the path without `..`");
  }

  /** The path, still relative if it is; {@code ..} stays. */
  static String path(String path) {
    var simple = new StringBuilder(path.startsWith("/") ? "/" : "");
    for (String part : path.split("/")) {
      if (!part.isEmpty() && !part.equals(".")) {
        boolean first = simple.length() == 0 || simple.length() == 1 && simple.charAt(0) == '/';
        simple.append(first ? "" : "/").append(part);
      }
    }
    return simple.toString();
  }
}
