package org.unitlint.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What systemd knows, in all its versions.
 *
 * <p>Immutable. The directives are read with the catalog, each other table when first asked for.
 */
public final class Catalog {
  private final List<Directive> directives;
  private final Map<String, List<Directive>> byName;
  private final Set<String> sections;
  private final int newestVersion;

  private Catalog(List<Directive> read) {
    directives = Collections.unmodifiableList(read);
    var grouped = new LinkedHashMap<String, List<Directive>>(1024);
    int newest = 0;
    for (Directive directive : directives) {
      var rows = grouped.get(directive.name());
      if (rows == null) {
        rows = new ArrayList<>(1);
        grouped.put(directive.name(), rows);
      }
      rows.add(directive);
      newest = Math.max(newest, directive.since().latest());
    }
    byName = grouped;
    var known = new LinkedHashSet<String>(List.of("Unit", "Install"));
    for (UnitType type : UnitType.values()) {
      known.add(type.section());
    }
    sections = Collections.unmodifiableSet(known);
    newestVersion = newest;
  }

  /** The catalog of our tables. */
  public static Catalog standard() {
    return Standard.CATALOG;
  }

  /** The directive of that name in that section; case counts, as in a file. */
  public Optional<Directive> directive(String section, String name) {
    for (Directive directive : named(name)) {
      if (directive.sections().contains(section)) {
        return Optional.of(directive);
      }
    }
    return Optional.empty();
  }

  /** What is known under a name in whatever sections; empty for a name that nothing has. */
  public List<Directive> named(String name) {
    return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
  }

  /** What is special about file systems of that type; empty for most. */
  public Optional<FileSystem> fileSystem(String type) {
    return Optional.ofNullable(FileSystems.TABLE.get(type));
  }

  /** The units that systemd ships and others depend on most, by name. */
  public List<SystemUnit> systemUnits() {
    return SystemUnits.TABLE;
  }

  /** All directives of a section, by name; empty for [Target], [Device] and unknown sections. */
  public Collection<Directive> directives(String section) {
    return Sections.DIRECTIVES.getOrDefault(section, List.of());
  }

  /** The right name of the section's directive that is this one but for upper and lower case. */
  public Optional<String> inAnyCase(String section, String name) {
    return Optional.ofNullable(Sections.NAMES.getOrDefault(section, Map.of()).get(name));
  }

  /** As {@link #inAnyCase(String, String)}, of whatever section. */
  public Optional<String> inAnyCase(String name) {
    return Optional.ofNullable(Sections.ALL_NAMES.get(name));
  }

  /** All directives, by name. */
  public Collection<Directive> directives() {
    return directives;
  }

  /** The sections that are read in units of a type, as they are usually written in a file. */
  public Set<String> sections(UnitType type) {
    return type.sections();
  }

  /** The sections that are read in any unit: those of all types, then each type's own. */
  public Set<String> sections() {
    return sections;
  }

  /** The unit of that name that systemd ships or gives a meaning to. */
  public Optional<SpecialUnit> specialUnit(String name) {
    return Optional.ofNullable(SpecialUnits.TABLE.get(name));
  }

  /** All units that systemd ships or gives a meaning to, by name. */
  public Collection<SpecialUnit> specialUnits() {
    return SpecialUnits.TABLE.values();
  }

  /** The specifier that is written {@code %} and this character. */
  public Optional<Specifier> specifier(char character) {
    return Optional.ofNullable(Specifiers.TABLE.get(character));
  }

  /** The words of an enum, by the name that kinds of values call it. */
  public Optional<Words> words(String enumName) {
    return Optional.ofNullable(Enums.TABLE.get(enumName));
  }

  /** What values of that kind look like; empty for an unknown kind or argument. */
  public Optional<ValueKind> valueKind(String kind) {
    return Kinds.TABLE.kind(kind);
  }

  /** What is known about a key that is often written in a wrong place; empty for others. */
  public List<Misplaced> misplaced(String key) {
    return MisplacedKeys.TABLE.getOrDefault(key, List.of());
  }

  /** All keys that are often written in a wrong place, in order. */
  public Set<String> misplacedKeys() {
    return MisplacedKeys.TABLE.keySet();
  }

  /** What a directive is for, in a sentence; empty when nobody wrote it down. */
  public Optional<String> meaning(String section, String directive) {
    var meanings = Meanings.TABLE.getOrDefault(directive, Map.of());
    var general = Optional.ofNullable(meanings.get(""));
    return Optional.ofNullable(meanings.get(section)).or(() -> general);
  }

  /**
   * The target that stands for a facility which LSB headers name, without its dollar sign; an empty
   * target for one that is always there, nothing for an unknown one.
   */
  public Optional<String> facilityTarget(String facility) {
    return Optional.ofNullable(Facilities.TABLE.get(facility));
  }

  /** The folders of links that start SysV services, each with the target that starts them. */
  public Map<String, String> rcFolders() {
    return RcFolders.TABLE;
  }

  /** The newest version that brought a directive we know. */
  public int newestVersion() {
    return newestVersion;
  }

  private static final class Standard {
    static final Catalog CATALOG = new Catalog(read(Table.open("directives.tsv")));

    private static List<Directive> read(Table table) {
      var directives = new ArrayList<Directive>(1024);
      while (table.nextRow()) {
        directives.add(Directive.read(table));
      }
      return directives;
    }
  }

  /** The directives by section, made from all when first asked for. */
  private static final class Sections {
    static final Map<String, List<Directive>> DIRECTIVES = bySection();

    /** Names by section, then by the name in any case. */
    static final Map<String, Map<String, String>> NAMES = names();

    static final Map<String, String> ALL_NAMES = names(Standard.CATALOG.directives());

    private static Map<String, List<Directive>> bySection() {
      var sections = new HashMap<String, List<Directive>>();
      for (Directive directive : Standard.CATALOG.directives()) {
        for (String section : directive.sections()) {
          sections.computeIfAbsent(section, s -> new ArrayList<>()).add(directive);
        }
      }
      sections.replaceAll((section, directives) -> List.copyOf(directives));
      return Collections.unmodifiableMap(sections);
    }

    private static Map<String, Map<String, String>> names() {
      var names = new HashMap<String, Map<String, String>>();
      DIRECTIVES.forEach((section, directives) -> names.put(section, names(directives)));
      return Collections.unmodifiableMap(names);
    }

    private static Map<String, String> names(Collection<Directive> directives) {
      var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      directives.forEach(d -> names.putIfAbsent(d.name(), d.name()));
      return Collections.unmodifiableMap(names);
    }
  }

  private static final class Enums {
    static final Map<String, Words> TABLE =
        Words.read(Table.open("enum-info.tsv"), Table.open("enums.tsv"));
  }

  private static final class Kinds {
    static final ValueKinds TABLE =
        ValueKinds.read(
            Table.open("value-kinds.tsv"), name -> Optional.ofNullable(Enums.TABLE.get(name)));
  }

  private static final class Specifiers {
    static final Map<Character, Specifier> TABLE = Specifier.read(Table.open("specifiers.tsv"));
  }

  private static final class SpecialUnits {
    static final Map<String, SpecialUnit> TABLE = SpecialUnit.read(Table.open("special-units.tsv"));
  }

  private static final class FileSystems {
    static final Map<String, FileSystem> TABLE = FileSystem.read(Table.open("file-systems.tsv"));
  }

  private static final class SystemUnits {
    static final List<SystemUnit> TABLE = SystemUnit.read(Table.open("systemd-units.tsv"));
  }

  private static final class MisplacedKeys {
    static final Map<String, List<Misplaced>> TABLE =
        Misplaced.read(Table.open("misplaced-keys.tsv"));
  }

  private static final class Facilities {
    static final Map<String, String> TABLE = pairs(Table.open("lsb-facilities.tsv"));
  }

  private static final class RcFolders {
    static final Map<String, String> TABLE = pairs(Table.open("rc-folders.tsv"));
  }

  private static Map<String, String> pairs(Table table) {
    var pairs = new LinkedHashMap<String, String>();
    while (table.nextRow()) {
      pairs.put(table.cell(), table.cell());
    }
    return Collections.unmodifiableMap(pairs);
  }

  private static final class Meanings {
    static final Map<String, Map<String, String>> TABLE = read(Table.find("meanings.tsv"));

    /** By directive, then by section; the section of a meaning that holds everywhere is empty. */
    private static Map<String, Map<String, String>> read(Optional<Table> found) {
      var meanings = new HashMap<String, Map<String, String>>();
      if (found.isEmpty()) {
        return meanings;
      }
      var table = found.get();
      while (table.nextRow()) {
        meanings
            .computeIfAbsent(table.cell(), d -> new HashMap<>())
            .put(table.cell(), table.cell());
      }
      return meanings;
    }
  }
}
