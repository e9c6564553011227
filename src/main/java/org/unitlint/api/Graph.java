package org.unitlint.api;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Units and all dependencies between them, those too that systemd adds by itself.
 *
 * @param load how loading each unit ends, by its own name; see {@link LoadedUnit#load()}
 * @param dependencies by units, then by kind
 */
public record Graph(SortedMap<String, String> load, List<Dependency> dependencies) {
  public Graph {
    load = Collections.unmodifiableSortedMap(new TreeMap<>(load));
    dependencies = List.copyOf(dependencies);
  }

  /**
   * What a unit depends on.
   *
   * @param unit its own name
   * @return its dependencies, none for a unit that is not there
   */
  public List<Dependency> of(String unit) {
    return dependencies.stream().filter(d -> d.from().equals(unit)).toList();
  }
}
