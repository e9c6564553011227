package org.unitlint.host;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * A unit as systemd would load it.
 *
 * @param name its own name: that of its fragment
 * @param names all its names, its own among them
 * @param fragment the main file; none for a unit that has no file, or that is masked
 * @param fragmentPath where the fragment or the mask is; empty where there is neither
 * @param dropins the drop-ins in the order in which they count, masked ones left out
 * @param dropinPaths the same, masked ones among them
 * @param refusals why the load state is a bad setting, where it is
 */
public record Unit(
    UnitName name,
    SortedSet<String> names,
    LoadState state,
    Optional<LoadedFile> fragment,
    String fragmentPath,
    List<LoadedFile> dropins,
    List<String> dropinPaths,
    Settings settings,
    List<Refusal> refusals) {
  public Unit {
    dropins = List.copyOf(dropins);
    dropinPaths = List.copyOf(dropinPaths);
    refusals = List.copyOf(refusals);
  }

  /** The settings of that directive which count, in order. */
  public List<Setting> settings(String section, String directive) {
    return settings.effective(section, directive);
  }

  /** The one that wins, where only one counts. */
  public Optional<Setting> last(String section, String directive) {
    var all = settings(section, directive);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * The unit with those settings only that systemd had read when it gave up, which for most units
   * are all.
   */
  public Unit asRead() {
    var stop = refusals.stream().filter(r -> r.reason().stopsReading()).findFirst();
    if (stop.isEmpty() || fragment.isEmpty()) {
      return this;
    }
    var read = settings.before(stop.get().place(), fragment.get());
    return new Unit(
        name, names, state, fragment, fragmentPath, List.of(), List.of(), read, refusals);
  }

  /** Whether systemd could start it. */
  public boolean isLoaded() {
    return state == LoadState.LOADED;
  }

  /** Whether the last such setting is a true boolean; {@code otherwise} where there is none. */
  public boolean flag(String section, String directive, boolean otherwise) {
    return last(section, directive).flatMap(s -> Booleans.parse(s.text())).orElse(otherwise);
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
