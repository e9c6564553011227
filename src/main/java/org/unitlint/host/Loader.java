package org.unitlint.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.value.Values;
import org.unitlint.source.Paths;

/** Loads one unit as systemd does: fragment, names, drop-ins, then the checks of its type. */
final class Loader {
  private static final Set<String> PERPETUAL =
      Set.of("-.slice", "system.slice", "init.scope", "-.mount");

  private final UnitDirs dirs;
  private final DropIns dropIns;
  private final FileCache files;
  private final Values values;
  private final Setup setup;
  private Optional<Map<UnitName, Set<String>>> links = Optional.empty();
  private final Map<String, Boolean> broken = new ConcurrentHashMap<>();

  Loader(UnitDirs dirs, DropIns dropIns, FileCache files, Values values, Setup setup) {
    this.dirs = dirs;
    this.dropIns = dropIns;
    this.files = files;
    this.values = values;
    this.setup = setup;
  }

  /**
   * The unit's own name: that of its fragment, with its instance filled in. A fragment that cannot
   * be opened gives no name.
   */
  UnitName ownName(UnitName name) {
    var path = fragment(name).filter(dirs::isThere);
    var file = path.map(Paths::name).flatMap(UnitName::parse).orElse(name);
    var own =
        file.isTemplate() && name.isInstance() ? file.withInstance(name.instance().get()) : file;
    return own.equals(name) || !isBroken(own, path.get()) ? own : name;
  }

  /** Whether systemd gives up reading the fragment, before it takes over its name. */
  private boolean isBroken(UnitName name, String path) {
    return broken.computeIfAbsent(
        path,
        p ->
            files
                .file(p)
                .filter(f -> !dirs.isMask(p))
                .filter(f -> Settings.isBroken(name, f, values))
                .isPresent());
  }

  /** Step "find fragment": under the unit's name, for an instance then under its template's. */
  private Optional<String> fragment(UnitName name) {
    var found = dirs.path(name.toString());
    return found.isEmpty() && name.isInstance() ? dirs.path(name.template().toString()) : found;
  }

  Unit load(UnitName name) {
    var path = fragment(name);
    var names = names(name, path);
    if (path.isPresent() && dirs.isMask(path.get())) {
      return masked(name, names, path.get());
    }
    var file = path.flatMap(files::file);
    var state = state(name, path, file);
    if (state == LoadState.NOT_FOUND && (setup.whole() || path.isPresent())) {
      return new Unit(
          name,
          names,
          state,
          file,
          path.orElse(""),
          List.of(),
          List.of(),
          Settings.NONE,
          List.of());
    }
    var dropinPaths = dropIns.find(name, names);
    var dropins = new ArrayList<LoadedFile>();
    for (String dropin : dropinPaths) {
      files.file(dropin).filter(f -> !dirs.isMask(dropin)).ifPresent(dropins::add);
    }
    var settings = Settings.of(name, file, readable(dropinPaths), values);
    var unit =
        new Unit(
            name, names, state, file, path.orElse(""), dropins, dropinPaths, settings, List.of());
    return state == LoadState.LOADED && !PERPETUAL.contains(name.toString())
        ? checked(unit, new LoadCheck(unit, values).refusals())
        : unit;
  }

  /** The loaded unit as it would be with one more drop-in, which is read behind all others. */
  Unit with(Unit unit, LoadedFile dropin) {
    var dropins = new ArrayList<>(unit.dropins());
    dropins.add(dropin);
    var paths = new ArrayList<>(unit.dropinPaths());
    paths.add(dropin.path());
    var settings = unit.settings().with(unit.name(), dropin, values);
    var more =
        new Unit(
            unit.name(),
            unit.names(),
            LoadState.LOADED,
            unit.fragment(),
            unit.fragmentPath(),
            dropins,
            paths,
            settings,
            List.of());
    return checked(more, new LoadCheck(more, values).verified());
  }

  private static Unit checked(Unit unit, List<Refusal> refusals) {
    return refusals.isEmpty()
        ? unit
        : new Unit(
            unit.name(),
            unit.names(),
            refusals.get(0).reason().state(),
            unit.fragment(),
            unit.fragmentPath(),
            unit.dropins(),
            unit.dropinPaths(),
            unit.settings(),
            refusals);
  }

  /** What the drop-ins of a masked unit say of others counts all the same. */
  private Unit masked(UnitName name, SortedSet<String> names, String path) {
    var state = PERPETUAL.contains(name.toString()) ? LoadState.LOADED : LoadState.MASKED;
    var paths = dropIns.find(name, names);
    var files = readable(paths);
    var settings =
        files.isEmpty() ? Settings.NONE : Settings.of(name, Optional.empty(), files, values);
    return new Unit(
        name, names, state, Optional.empty(), path, List.of(), paths, settings, List.of());
  }

  private List<LoadedFile> readable(List<String> dropins) {
    var read = new ArrayList<LoadedFile>();
    for (String dropin : dropins) {
      files
          .file(dropin)
          .filter(f -> !dirs.isMask(dropin) && f.tree().fatal().isEmpty())
          .ifPresent(read::add);
    }
    return read;
  }

  private LoadState state(UnitName name, Optional<String> path, Optional<LoadedFile> file) {
    if (PERPETUAL.contains(name.toString())) {
      return LoadState.LOADED;
    }
    if (name.type() == UnitType.SCOPE || path.isPresent() && file.isEmpty()) {
      return LoadState.NOT_FOUND;
    }
    if (!name.isPlain() && !name.type().mayBeTemplate() && isRefusedName(name, file)) {
      return LoadState.ERROR;
    }
    if (file.isEmpty()) {
      return name.type().needsFragment() ? LoadState.NOT_FOUND : LoadState.LOADED;
    }
    return file.get().tree().fatal().isPresent() ? LoadState.ERROR : LoadState.LOADED;
  }

  /** Slices are refused for their name alone; of others there must be a file to speak of. */
  private static boolean isRefusedName(UnitName name, Optional<LoadedFile> file) {
    return name.type() == UnitType.SLICE || file.isPresent();
  }

  /**
   * Step "add names": every name that leads to the fragment, instances of aliased templates too.
   */
  private SortedSet<String> names(UnitName name, Optional<String> path) {
    var names = new TreeSet<String>();
    names.add(name.toString());
    if (path.filter(dirs::isThere).isPresent()) {
      names.addAll(links().getOrDefault(name, Set.of()));
      addNames(name, name.toString(), names);
      addNames(name, Paths.name(path.get()), names);
      if (names.size() > 1 && isBroken(name, path.get())) {
        names.retainAll(Set.of(name.toString()));
      }
    }
    return names;
  }

  /** The names that are links, by the unit's own name that they come to; worked out once. */
  private synchronized Map<UnitName, Set<String>> links() {
    if (links.isEmpty()) {
      links = Optional.of(readLinks());
    }
    return links.get();
  }

  private Map<UnitName, Set<String>> readLinks() {
    var found = new HashMap<UnitName, Set<String>>();
    for (String alias : dirs.allNames()) {
      if (dirs.path(alias).filter(p -> !Paths.name(p).equals(alias)).isPresent()) {
        UnitName.parse(alias)
            .map(this::ownName)
            .ifPresent(own -> found.computeIfAbsent(own, o -> new TreeSet<>()).add(alias));
      }
    }
    return found;
  }

  private void addNames(UnitName name, String key, Set<String> names) {
    for (String alias : dirs.names(key)) {
      var parsed = UnitName.parse(alias).filter(a -> a.type() == name.type());
      if (parsed.isEmpty()) {
        continue;
      }
      if (name.isInstance() && parsed.get().isTemplate()) {
        var instance = parsed.get().withInstance(name.instance().get()).toString();
        var own = dirs.path(instance);
        if (own.isEmpty() || own.equals(dirs.path(key))) {
          names.add(instance);
        }
      } else if (parsed.get().isTemplate() == name.isTemplate()) {
        names.add(alias);
      }
    }
  }
}
