package org.unitlint.host.value;

import java.util.List;

/**
 * A file that a service gets opened. See systemd.service(5), OpenFile=.
 *
 * @param path absolute; empty where a specifier in it cannot be known
 * @param name of the descriptor; empty where none is given
 */
public record OpenedFile(String path, String name, List<String> options) {
  public OpenedFile {
    options = List.copyOf(options);
  }
}
