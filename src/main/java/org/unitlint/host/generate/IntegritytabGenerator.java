package org.unitlint.host.generate;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.unitlint.host.value.TimeSpan;

/**
 * Writes units for the lines of {@code /etc/integritytab}. See systemd-integritysetup-generator(8).
 */
final class IntegritytabGenerator {
  private static final String INTEGRITYTAB = "/etc/integritytab";
  private static final Set<String> ALGORITHMS =
      Set.of("crc32", "crc32c", "sha1", "sha256", "hmac-sha256");
  private static final Pattern PERCENTAGE = Pattern.compile("\\+?0*(?:100|[1-9]?[0-9])%");

  private final Root root;
  private final Output.Writer writer;

  IntegritytabGenerator(Root root, Output output) {
    this.root = root;
    this.writer = output.writer(Output.NORMAL, "systemd-integritysetup-generator");
  }

  /** The first line that fails ends it all. */
  void run() {
    TabLine.make(root, INTEGRITYTAB, 2, 4, writer, IntegritytabGenerator::entry);
  }

  /** Step "create_disk". */
  private static boolean entry(List<String> fields, Output.Writer writer) {
    String name = fields.get(0);
    String device = Devices.node(fields.get(1));
    String key = fields.size() > 2 ? fields.get(2) : "-";
    String options = fields.size() > 3 ? fields.get(3) : "-";
    String escaped = UnitNames.escape(name);
    var service = UnitNames.service("systemd-integritysetup", escaped);
    var deviceUnit = UnitNames.ofPath(device, ".device");
    if (service.isEmpty() || deviceUnit.isEmpty()) {
      return false;
    }
    var begun = writer.unit(service.get());
    if (begun.isEmpty()
        || !key.equals("-") && !key.startsWith("/")
        || !options.equals("-") && !areOptions(options)) {
      return false;
    }
    var unit = begun.get();
    String program = "=/lib/systemd/systemd-integritysetup ";
    unit.append("[Unit]\nDescription=Integrity Setup for %I\n");
    unit.append("Documentation=man:integritytab(5) man:systemd-integritysetup-generator(8)");
    unit.append(" man:systemd-integritysetup@.service(8)\nSourcePath=" + INTEGRITYTAB + "\n");
    unit.append("DefaultDependencies=no\nIgnoreOnIsolate=true\n");
    unit.append("After=integritysetup-pre.target systemd-udevd-kernel.socket\n");
    unit.append("Before=blockdev@dev-mapper-%i.target\nWants=blockdev@dev-mapper-%i.target\n");
    unit.append("Conflicts=umount.target\nBefore=integritysetup.target\n");
    unit.append("BindsTo=" + deviceUnit.get() + "\nAfter=" + deviceUnit.get());
    unit.append("\nBefore=umount.target\n\n[Service]\nType=oneshot\nRemainAfterExit=yes\n");
    unit.append("TimeoutSec=0\nExecStart" + program + "attach " + Units.quoted(name));
    unit.append(" '" + device + "' " + Units.quoted(key) + " '" + options + "'\n");
    unit.append("ExecStop" + program + "detach " + Units.quoted(name) + "\n");
    return writer.depend("integritysetup.target", "requires", service.get())
        && writer.depend("dev-mapper-" + escaped + ".device", "requires", service.get());
  }

  /** Step "parse_integrity_options"; unknown ones are let pass. */
  private static boolean areOptions(String options) {
    for (int at = options.indexOf('\\'); at >= 0; at = options.indexOf('\\', at + 2)) {
      if (!options.startsWith(",", at + 1) && !options.startsWith("\\", at + 1)) {
        return false;
      }
    }
    for (String option : Split.betweenCommas(options)) {
      int equals = option.indexOf('=');
      String value = option.substring(equals + 1);
      boolean right =
          switch (equals < 0 ? "" : option.substring(0, equals)) {
            case "journal-watermark" -> PERCENTAGE.matcher(value).matches();
            case "journal-commit-time" -> TimeSpan.parse(Bytes.text(value)).isPresent();
            case "integrity-algorithm" -> ALGORITHMS.contains(value);
            default -> true;
          };
      if (!right) {
        return false;
      }
    }
    return true;
  }
}
