package org.unitlint.host.value;

import java.util.List;

/**
 * Network interfaces that a program may use. See systemd.resource-control(5),
 * RestrictNetworkInterfaces=.
 *
 * @param inverted whether it may use all but these
 */
public record InterfaceFilter(boolean inverted, List<String> names) {
  public InterfaceFilter {
    names = List.copyOf(names);
  }
}
