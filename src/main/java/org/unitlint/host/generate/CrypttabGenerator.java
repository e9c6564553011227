package org.unitlint.host.generate;

import java.util.List;
import java.util.Optional;

/** Writes units for the lines of {@code /etc/crypttab}. See systemd-cryptsetup-generator(8). */
final class CrypttabGenerator {
  static final String CRYPTTAB = "/etc/crypttab";

  private final Root root;
  private final Output.Writer writer;

  CrypttabGenerator(Root root, Output output) {
    this.root = root;
    this.writer = output.writer(Output.NORMAL, "systemd-cryptsetup-generator");
  }

  /** The first line that fails ends it all. */
  void run() {
    TabLine.make(root, CRYPTTAB, 2, 4, writer, CrypttabGenerator::entry);
  }

  /** Step "add_crypttab_device". */
  private static boolean entry(List<String> fields, Output.Writer writer) {
    var key =
        fields.size() > 2 ? Optional.of(Location.of(fields.get(2))) : Optional.<Location>empty();
    Optional<String> headerDevice = Optional.empty();
    var options = new FstabOptions(fields.size() > 3 ? fields.get(3) : "");
    var header = options.last("header");
    if (header.isPresent()) {
      var location =
          header.get().value().map(Location::of).orElse(new Location("", Optional.empty()));
      headerDevice = location.device();
      options = options.without("header").with("header=" + location.file());
    } else {
      options = options.without();
    }
    return new CryptUnit(writer, fields.get(0), fields.get(1), key, headerDevice, options).write();
  }
}
