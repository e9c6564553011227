package org.unitlint.host.generate;

import java.util.Optional;

/**
 * Where a key or header is: a file, perhaps on a device of its own. See crypttab(5).
 *
 * @param device the node of the device
 */
record Location(String file, Optional<String> device) {
  /** Step "split_locationspec". */
  static Location of(String text) {
    int colon = text.lastIndexOf(':');
    String device = colon < 0 ? "" : Devices.node(text.substring(colon + 1));
    return device.startsWith("/")
        ? new Location(text.substring(0, colon), Optional.of(device))
        : new Location(text, Optional.empty());
  }
}
