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
import java.util.regex.Pattern;

/**
 * What systemd knows, in all its versions.
 *
 * <p>Immutable. The directives are read with the catalog, each other table when first asked for.
 */
public final class Catalog {
  private static final Pattern VERSION = Pattern.compile("[-.]?[0-9]+(\\.[0-9]+)*$");

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
    return Optional.ofNullable(Tables.FileSystems.TABLE.get(type));
  }

  /** What is known of the program of that name, which is no path; empty for most. */
  public Optional<Program> program(String name) {
    return Optional.ofNullable(Tables.Programs.TABLE.get(name));
  }

  /** The variables that systemd itself sets for the processes of units, by name. */
  public Map<String, EnvironmentVariable> environmentVariables() {
    return Tables.EnvironmentVariables.TABLE;
  }

  /** The directives of services that do nothing unless another is there, by name. */
  public List<NeededSetting> neededSettings() {
    return Tables.NeededSettings.TABLE;
  }

  /** What the directive is where no file sets it: the first that holds; empty for most lists. */
  public List<DefaultValue> defaultValues(String directive) {
    return Tables.DefaultValues.TABLE.getOrDefault(directive, List.of());
  }

  /** The directives whose lines must stay in order with those of this one; empty for most. */
  public Optional<SettingGroup> settingGroup(String section, String directive) {
    return Optional.ofNullable(Tables.SettingGroups.TABLE.get(section + "/" + directive));
  }

  /** The bounds of a directive's numbers, where its kind of value does not tell them. */
  public Optional<NumberBounds> numberBounds(String directive) {
    return Optional.ofNullable(Tables.Bounds.TABLE.get(directive));
  }

  /** The units that systemd ships and others depend on most, by name. */
  public List<SystemUnit> systemUnits() {
    return Tables.SystemUnits.TABLE;
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
    return Optional.ofNullable(Tables.SpecialUnits.TABLE.get(name));
  }

  /** All units that systemd ships or gives a meaning to, by name. */
  public Collection<SpecialUnit> specialUnits() {
    return Tables.SpecialUnits.TABLE.values();
  }

  /** The specifier that is written {@code %} and this character. */
  public Optional<Specifier> specifier(char character) {
    return Optional.ofNullable(Tables.Specifiers.TABLE.get(character));
  }

  /** The words of an enum, by the name that kinds of values call it. */
  public Optional<Words> words(String enumName) {
    return Optional.ofNullable(Tables.Enums.TABLE.get(enumName));
  }

  /**
   * The right word for another of that meaning, in any case; empty where none is known.
   *
   * @param words the name of an enum, or {@code Signal}
   */
  public Optional<String> synonym(String words, String written) {
    return Optional.ofNullable(Tables.Synonyms.TABLE.getOrDefault(words, Map.of()).get(written));
  }

  /** The system calls and their groups. */
  public Syscalls syscalls() {
    return Tables.SyscallTables.SYSCALLS;
  }

  /** The capabilities with their bits, as {@code CAP_CHOWN}. See capabilities(7). */
  public Numbered capabilities() {
    return Tables.Capabilities.TABLE;
  }

  /** The families of addresses, as {@code AF_INET}. See address_families(7). */
  public Numbered addressFamilies() {
    return Tables.AddressFamilies.TABLE;
  }

  /** The errors of system calls, as {@code EPERM}. See errno(3). */
  public Numbered errnos() {
    return Tables.Errnos.TABLE;
  }

  /** The signals but those in real time, as {@code TERM}. See signal(7). */
  public Numbered signals() {
    return Tables.Signals.TABLE;
  }

  /** The exit codes that have names. See systemd.exec(5), "Process Exit Codes". */
  public Numbered exitStatuses() {
    return Tables.ExitStatuses.TABLE;
  }

  /** What values of that kind look like; empty for an unknown kind or argument. */
  public Optional<ValueKind> valueKind(String kind) {
    return Tables.Kinds.TABLE.kind(kind);
  }

  /** What is known about a key that is often written in a wrong place; empty for others. */
  public List<Misplaced> misplaced(String key) {
    return Tables.MisplacedKeys.TABLE.getOrDefault(key, List.of());
  }

  /** All keys that are often written in a wrong place, in order. */
  public Set<String> misplacedKeys() {
    return Tables.MisplacedKeys.TABLE.keySet();
  }

  /** What a directive is for, in a sentence; empty when nobody wrote it down. */
  public Optional<String> meaning(String section, String directive) {
    var meanings = Tables.Meanings.TABLE.getOrDefault(directive, Map.of());
    var general = Optional.ofNullable(meanings.get(""));
    return Optional.ofNullable(meanings.get(section)).or(() -> general);
  }

  /**
   * The target that stands for a facility which LSB headers name, without its dollar sign; an empty
   * target for one that is always there, nothing for an unknown one.
   */
  public Optional<String> facilityTarget(String facility) {
    return Optional.ofNullable(Tables.Facilities.TABLE.get(facility));
  }

  /** The folders of links that start SysV services, each with the target that starts them. */
  public Map<String, String> rcFolders() {
    return Tables.RcFolders.TABLE;
  }

  /** What a socket unit must be for the setting of [Socket] to do anything; empty for most. */
  public Optional<SocketNeed> socketNeed(String directive) {
    return Optional.ofNullable(Tables.SocketNeeds.TABLE.get(directive));
  }

  /** The directives of which the directive needs one; empty for most. */
  public Optional<Partners> partners(String section, String directive) {
    var table = Tables.SettingNeeds.TABLE;
    var own = Optional.ofNullable(table.get(Partners.key(section, directive)));
    return own.or(() -> Optional.ofNullable(table.get(directive)));
  }

  /**
   * What to write in a mount unit instead of an option that only {@code /etc/fstab} knows; empty
   * for any other option. An option is meant without its value.
   */
  public Optional<String> fstabOption(String option) {
    return Optional.ofNullable(Tables.MountOptions.TABLE.get(option));
  }

  /** Why nobody should name the unit any more; empty for most. */
  public Optional<ObsoleteUnit> obsoleteUnit(String name) {
    return Optional.ofNullable(Tables.ObsoleteUnits.TABLE.get(name));
  }

  /** How long something of that kind and name takes at a start; those with arguments come first. */
  public List<StartTime> startTimes(StartTime.Kind kind, String name) {
    return Collections.unmodifiableList(
        Tables.StartTimes.TABLE.getOrDefault(kind, Map.of()).getOrDefault(name, List.of()));
  }

  /** The programs that settings of a sandbox keep from their work. */
  public List<BlockedProgram> blockedPrograms() {
    return Tables.BlockedPrograms.TABLE;
  }

  /** What tells how exposed a service is, in the order of systemd-analyze(1). */
  public List<ExposureCheck> exposureChecks() {
    return Tables.ExposureChecks.TABLE;
  }

  /**
   * Whether machines of the usual architecture, x86-64, have the system call; one that the checks
   * of exposure ask about.
   */
  public boolean isNative(String syscall) {
    return !Tables.ForeignSyscalls.TABLE.contains(syscall);
  }

  /**
   * What the program of that file name needs to do its work, a version at its end left aside as in
   * {@code php-fpm8.2}; empty for one we know nothing of.
   */
  public Optional<List<Need>> programNeeds(String name) {
    var table = Tables.ProgramNeeds.TABLE;
    return Optional.ofNullable(table.get(name))
        .or(() -> Optional.ofNullable(table.get(VERSION.matcher(name).replaceFirst(""))));
  }

  /** How the program of that file name is told where to listen; empty for most. */
  public Optional<ListeningProgram> listeningProgram(String name) {
    return Optional.ofNullable(Tables.ListeningPrograms.TABLE.get(name));
  }

  /** What xinetd knows. */
  public XinetdCatalog xinetd() {
    return XinetdCatalog.STANDARD;
  }

  /** The port that a service has nearly everywhere, by protocol; empty for most names. */
  public Map<String, Integer> wellKnownPorts(String service) {
    return Collections.unmodifiableMap(Tables.WellKnownPorts.TABLE.getOrDefault(service, Map.of()));
  }

  /** The protocols on top of IP, as {@code tcp}. See protocols(5). */
  public Numbered ipProtocols() {
    return Tables.IpProtocols.TABLE;
  }

  /** The number of an RPC program, in digits. See rpc(5). */
  public Optional<String> rpcProgram(String name) {
    return Optional.ofNullable(Tables.RpcPrograms.TABLE.get(name));
  }

  /**
   * The systemd version that is meant by a number, such as 252, or by the name of a distribution
   * with its release, such as debian-12.
   */
  public Optional<Integer> version(String word) {
    boolean number =
        !word.isEmpty() && word.length() <= 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    String version = number ? word : Tables.Distributions.TABLE.getOrDefault(word, "0");
    return Optional.of(Integer.parseInt(version)).filter(v -> v > 0);
  }

  /** The names of the distributions whose systemd we know, with their releases, in order. */
  public Set<String> distributions() {
    return Tables.Distributions.TABLE.keySet();
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
}
