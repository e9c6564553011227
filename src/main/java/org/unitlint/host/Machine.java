package org.unitlint.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.value.Values;
import org.unitlint.source.CachedTree;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.source.Threads;
import org.unitlint.syntax.UnitFile;

/** What the files of one machine, or of some folders, mean together. Safe for many threads. */
public final class Machine {
  private static final String DROP_INS = ".d";

  private final FileTree tree;
  private final Setup setup;
  private final Causes causes;
  private final Catalog catalog = Catalog.standard();
  private final UnitDirs dirs;
  private final DropIns dropIns;
  private final FileCache files;
  private final Loader loader;
  private final Programs programs;
  private final Specifiers specifiers;
  private final Values values;
  private Accounts accounts;
  private ManagerConfig managerConfig;
  private final Map<String, Unit> units = new ConcurrentHashMap<>();
  private final Map<UnitName, Unit> byName = new ConcurrentHashMap<>();

  /** The machine whose files the tree holds; what is read is read when it is asked for. */
  public Machine(FileTree looked, Setup setup) {
    this(looked, setup, Causes.NONE);
  }

  /**
   * A machine on which something is there because somebody wrote something else.
   *
   * @param causes what that is
   */
  public Machine(FileTree looked, Setup setup, Causes causes) {
    this(new CachedTree(looked), setup, causes, Optional.empty());
  }

  private Machine(CachedTree tree, Setup setup, Causes causes, Optional<FileCache> known) {
    this.tree = tree;
    this.setup = setup;
    this.causes = causes;
    this.dirs = new UnitDirs(tree, setup.searchPath());
    this.dropIns = new DropIns(tree, dirs);
    this.files = known.map(k -> new FileCache(tree, k)).orElseGet(() -> new FileCache(tree));
    this.programs = new Programs(tree, setup.whole());
    this.specifiers = new Specifiers(tree, setup);
    this.values = new Values(catalog, setup.version(), setup.scope(), specifiers);
    this.loader = new Loader(dirs, dropIns, files, values, setup);
  }

  /**
   * The same units in surroundings where there are none: with systemd's own units, unless the tree
   * has them, and where the tree is no whole machine enabled as they ask.
   */
  public Machine completed() {
    if (setup.scope() != Scope.SYSTEM || hasSystemd()) {
      return this;
    }
    var completion = new Completion().systemd(this);
    if (!setup.whole()) {
      completion.enabled(this);
    }
    var path = completion.searchPath(setup.searchPath());
    return new Machine(
        new CachedTree(completion.over(tree)),
        new Setup(setup.scope(), setup.version(), path, setup.whole()),
        completion.causes(causes),
        Optional.of(files));
  }

  /** Whether the tree is a machine's and holds systemd's own units. */
  public boolean hasSystemd() {
    return setup.whole() && unit("basic.target").filter(Unit::isLoaded).isPresent();
  }

  /** What was written to have the file or link at the path, if that is not there for itself. */
  public Optional<Cause> cause(String path) {
    return causes.of(path).map(this::anchored);
  }

  /** The same cause, with a place in a source of this machine. */
  private Cause anchored(Cause cause) {
    var span = cause.place().span();
    var source = span.start() == span.end() ? named(cause.path()) : source(cause.path());
    boolean inside = span.end() <= source.text().length();
    return new Cause(
        cause.path(), inside ? source.place(span.start(), span.end()) : source.whole());
  }

  /** Whether nobody wrote the file or link at the path: a generator made it. */
  public boolean isMade(String path) {
    return causes.isMade(path);
  }

  public FileTree tree() {
    return tree;
  }

  public Setup setup() {
    return setup;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The programs that its units may run. */
  public Programs programs() {
    return programs;
  }

  /** What it makes of the values in its units. */
  public Values values() {
    return values;
  }

  /** Its users and groups. */
  public synchronized Accounts accounts() {
    if (accounts == null) {
      accounts = Accounts.of(tree);
    }
    return accounts;
  }

  /** The configuration of its manager. */
  synchronized ManagerConfig managerConfig() {
    if (managerConfig == null) {
      managerConfig = new ManagerConfig(this);
    }
    return managerConfig;
  }

  /** What the specifiers of its units stand for. */
  public Specifiers specifiers() {
    return specifiers;
  }

  /**
   * The unit of that name or alias; without a file it is a placeholder in state not-found. A
   * template is loaded as it is written.
   */
  public Unit unit(UnitName name) {
    var known = byName.get(name);
    if (known != null) {
      return known;
    }
    var own = loader.ownName(name);
    var unit = units.computeIfAbsent(own.toString(), n -> loader.load(own));
    byName.put(name, unit);
    return unit;
  }

  /** As {@link #unit(UnitName)}; empty for what cannot be a name. */
  public Optional<Unit> unit(String name) {
    return UnitName.parse(name).map(this::unit);
  }

  /**
   * A loaded unit as it would be with one more drop-in, which is read behind all others; nothing of
   * the machine changes.
   *
   * @param path where the drop-in would be
   */
  public Unit with(Unit unit, String path, String text) {
    return with(unit, dropin(path, text));
  }

  /** The same for a drop-in that was read already. */
  public Unit with(Unit unit, LoadedFile dropin) {
    return loader.with(unit, dropin);
  }

  /** A drop-in of that text, as if it were at that path. */
  public LoadedFile dropin(String path, String text) {
    return new LoadedFile(path, UnitFile.parse(Source.of(tree.display(path), text)));
  }

  /**
   * Every unit that has a file, drop-in or enablement link of its own: plain ones, templates and
   * named instances, each once. Where only some folders are known, a unit that is not there may
   * have drop-ins all the same.
   */
  public List<Unit> units() {
    var own = new TreeSet<String>();
    for (String name : dirs.allNames()) {
      UnitName.parse(name).map(loader::ownName).ifPresent(n -> own.add(n.toString()));
    }
    for (String name : namedInstances()) {
      UnitName.parse(name).map(loader::ownName).ifPresent(n -> own.add(n.toString()));
    }
    if (!setup.whole()) {
      for (String folder : dirs.folders().keySet()) {
        owner(folder).map(loader::ownName).ifPresent(n -> own.add(n.toString()));
      }
    }
    return Threads.over(List.copyOf(own)).map(n -> unit(n).orElseThrow()).toList();
  }

  /** The unit that a {@code .d} folder is named after. */
  private static Optional<UnitName> owner(String folder) {
    return folder.endsWith(DROP_INS)
        ? UnitName.parse(folder.substring(0, folder.length() - DROP_INS.length()))
        : Optional.empty();
  }

  /** The drop-ins, masks left out, which add to none of the units; with the type they are for. */
  public Map<LoadedFile, UnitType> strayDropIns(Collection<Unit> of) {
    var owners = new HashSet<String>();
    for (Unit unit : of) {
      owners.add(unit.name().type().suffix());
      unit.names().forEach(n -> UnitName.parse(n).map(DropIns::levels).ifPresent(owners::addAll));
    }
    var stray = new LinkedHashMap<LoadedFile, UnitType>();
    for (var entry : dirs.folders().entrySet()) {
      String owner = entry.getKey().substring(0, entry.getKey().lastIndexOf('.'));
      var type = owner(entry.getKey()).map(UnitName::type).or(() -> UnitType.ofSuffix(owner));
      if (entry.getKey().endsWith(DROP_INS) && type.isPresent() && !owners.contains(owner)) {
        for (String folder : entry.getValue()) {
          dropIns(folder).forEach(file -> stray.put(file, type.get()));
        }
      }
    }
    return stray;
  }

  private List<LoadedFile> dropIns(String folder) {
    return dropIns.children(folder).stream()
        .filter(f -> f.endsWith(".conf") && !isLeftover(f))
        .map(f -> Paths.join(folder, f))
        .filter(path -> !dirs.isMask(path))
        .flatMap(path -> files.file(path).stream())
        .toList();
  }

  /** Instances with a drop-in folder, or in a folder of wanted units. */
  private SortedSet<String> namedInstances() {
    var names = new TreeSet<String>();
    for (var entry : dirs.folders().entrySet()) {
      String owner = entry.getKey().substring(0, entry.getKey().lastIndexOf('.'));
      if (entry.getKey().endsWith(".d")) {
        names.add(owner);
      } else {
        entry.getValue().forEach(folder -> names.addAll(dropIns.children(folder)));
      }
    }
    names.removeIf(
        n ->
            UnitName.parse(n)
                .filter(UnitName::isInstance)
                .filter(i -> dirs.path(i.template().toString()).isPresent())
                .isEmpty());
    return names;
  }

  /**
   * Whether a generator would make a unit of that name on this machine: from {@code /etc/init.d},
   * {@code /etc/fstab} or {@code /etc/crypttab}.
   */
  public boolean generated(UnitName name) {
    if (!setup.whole()) {
      return false;
    }
    return switch (name.type()) {
      case SERVICE ->
          node("/etc/init.d/" + name.stem()).executable()
              || name.prefix().equals("systemd-cryptsetup")
              || name.prefix().equals("systemd-fsck");
      case MOUNT, SWAP, AUTOMOUNT -> specifiers.fstabPoints().contains(name.prefix());
      default -> false;
    };
  }

  /** Every name that has a file or link in the search path. */
  public Collection<String> names() {
    return dirs.allNames();
  }

  /** The folders of units which are there, the strongest first. */
  public List<String> searchPath() {
    return dirs.searchPath();
  }

  /** The links in the search path that are named like units, by path. */
  public Collection<UnitLink> links() {
    return dirs.links();
  }

  /** Whether the path is an empty file or leads to {@code /dev/null}. */
  public boolean isMask(String path) {
    return dirs.isMask(path);
  }

  /** Whether the entry of a folder is a link. */
  public boolean isLink(String path) {
    String folder = Paths.resolve(tree, Paths.parent(path)).path();
    return tree.node(Paths.join(folder, Paths.name(path))).is(Node.Kind.LINK);
  }

  /** The {@code .d}, {@code .wants} and like folders of the search path, by name. */
  public Map<String, List<String>> folders() {
    return dirs.folders();
  }

  /** The names in a folder; none for one that cannot be read. */
  public List<String> children(String folder) {
    return dropIns.children(folder);
  }

  /**
   * The units which a unit's {@code .wants}, {@code .requires} or {@code .upholds} folders name:
   * the paths of the entries, by name.
   */
  public List<String> entries(Unit unit, String suffix) {
    return dropIns.entries(unit.name(), unit.names(), suffix);
  }

  /** Whether systemd skips a drop-in of that name as hidden, a backup, or left by a package. */
  public static boolean isLeftover(String file) {
    return DropIns.isHidden(file);
  }

  /** The folder names, less {@code .d}, whose drop-ins add to a unit of that name. */
  public static Set<String> dropinOwners(UnitName name) {
    return DropIns.levels(name);
  }

  /** The parsed file at the path; empty where none can be read. */
  public Optional<LoadedFile> file(String path) {
    return files.file(path);
  }

  /** What is named like a unit but is none, or could not be read so far. */
  public List<Trouble> troubles() {
    var all = new LinkedHashSet<>(dirs.troubles());
    all.addAll(new TreeMap<>(files.troubles()).values());
    return new ArrayList<>(all);
  }

  /** Whether something that should be read could not be. */
  public boolean hasUnreadable() {
    return troubles().stream().anyMatch(t -> t.kind() == Trouble.Kind.UNREADABLE);
  }

  /** A source to say something about a path of the tree; empty for what is no unit file. */
  public Source source(String path) {
    return files.source(path);
  }

  /** An empty source that stands for a file, link or folder as such, whatever is in it. */
  public Source named(String path) {
    return files.emptySource(path);
  }

  /** Takes over a source of a file that is no unit file, as somebody read it. */
  public void adopt(String path, Source source) {
    files.adopt(path, source);
  }

  /** The path in the tree of a source that came from this machine. */
  public Optional<String> path(Source source) {
    return files.path(source);
  }

  /** What is at a path, links followed inside the root. */
  public Node node(String path) {
    return Paths.resolve(tree, path).node();
  }
}
