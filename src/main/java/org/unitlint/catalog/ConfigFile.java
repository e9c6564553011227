package org.unitlint.catalog;

import java.util.List;

/** A section of configuration files other than units, such as [Login] of {@code logind.conf}. */
public record ConfigFile(List<String> names, String section) {
  public ConfigFile {
    names = List.copyOf(names);
  }
}
