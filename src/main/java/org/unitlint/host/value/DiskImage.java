package org.unitlint.host.value;

import java.util.Map;
import java.util.Optional;

/**
 * A disk image that a service sees mounted. See systemd.exec(5), MountImages=.
 *
 * @param target where it is mounted; empty for an extension
 * @param optional whether the image may be missing
 * @param options of its mount, by the name of the partition
 */
public record DiskImage(
    String source, Optional<String> target, boolean optional, Map<String, String> options) {
  public DiskImage {
    options = Map.copyOf(options);
  }
}
