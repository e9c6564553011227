package org.unitlint.api;

import java.util.List;
import java.util.Optional;

/**
 * A unit as systemd would load it.
 *
 * @param name its own name, which is that of its file
 * @param load how loading it ends, in systemd's words: {@code loaded}, {@code not-found}, {@code
 *     bad-setting}, {@code error} or {@code masked}
 * @param names all its names, its own among them, by name
 * @param fragment its main file, or what masks it
 * @param dropIns its drop-ins in the order in which they count
 * @param settings what counts, section by section, in the order in which it counts
 */
public record LoadedUnit(
    String name,
    String load,
    List<String> names,
    Optional<String> fragment,
    List<String> dropIns,
    List<Setting> settings) {
  public LoadedUnit {
    names = List.copyOf(names);
    dropIns = List.copyOf(dropIns);
    settings = List.copyOf(settings);
  }

  /**
   * Those of one directive, in order; where only one counts it is the only one.
   *
   * @param section such as {@code Service}
   * @param directive such as {@code ExecStart}
   * @return none where the files do not set it
   */
  public List<Setting> settings(String section, String directive) {
    return settings.stream()
        .filter(s -> s.section().equals(section) && s.directive().equals(directive))
        .toList();
  }
}
