package org.unitlint.host.generate;

import java.util.Optional;

/** Texts that several generators write alike. */
final class Units {
  /** The folder of systemd's own units, as a Debian package knows it. */
  static final String SHIPPED = "/lib/systemd/system/";

  private Units() {}

  /** Step "generator_write_blockdev_dependency"; false where the path can have no unit. */
  static boolean appendBlockDevice(StringBuilder unit, String what) {
    if (!RawPaths.isBelow(what, "/dev")) {
      return true;
    }
    Optional<String> escaped = UnitNames.escapePath(what);
    escaped.ifPresent(e -> unit.append("After=blockdev@").append(e).append(".target\n"));
    return escaped.isPresent();
  }

  /** A setting whose value means just this text. */
  static void append(StringBuilder unit, String setting, String text) {
    unit.append(setting).append('=').append(Bytes.escapeSpecifiers(text)).append('\n');
  }

  /** Step "write_options". */
  static void appendOptions(StringBuilder unit, FstabOptions options) {
    if (!options.text().isEmpty() && !options.text().equals("defaults")) {
      append(unit, "Options", options.text());
    }
  }

  /** The device that a mapped one lies on; a file is reached through a loop device. */
  static void appendBackingDevice(StringBuilder unit, String node, String nodeUnit) {
    if (RawPaths.isBelow(node, "/dev")) {
      unit.append("BindsTo=").append(nodeUnit).append("\nAfter=").append(nodeUnit);
      unit.append("\nBefore=umount.target\n");
      return;
    }
    append(unit, "RequiresMountsFor", node);
    unit.append("Requires=systemd-tmpfiles-setup-dev.service\n");
    unit.append("After=systemd-tmpfiles-setup-dev.service\n");
  }

  /** The words of a command, each in single quotes and meaning just itself. */
  static String quoted(String... words) {
    var quoted = new StringBuilder();
    for (String word : words) {
      quoted.append(quoted.isEmpty() ? "'" : " '").append(Bytes.escapeSpecifiers(word));
      quoted.append('\'');
    }
    return quoted.toString();
  }
}
