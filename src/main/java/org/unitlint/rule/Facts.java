package org.unitlint.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.unitlint.boot.Plan;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.UnitType;
import org.unitlint.graph.Cycle;
import org.unitlint.graph.Cycles;
import org.unitlint.graph.Dependency;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.graph.Edge;
import org.unitlint.graph.PulledIn;
import org.unitlint.host.LoadState;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.host.ports.Ports;
import org.unitlint.host.value.Values;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.rule.xinetd.XinetdView;
import org.unitlint.source.Once;
import org.unitlint.source.Place;
import org.unitlint.source.Threads;

/** What rules may ask for. */
public final class Facts {
  private final Machine machine;
  private final List<Unit> units;
  private final Known known;
  private final Map<String, Gathered> gathered = new ConcurrentHashMap<>();
  private final Map<String, PulledIn> pulledIn = new ConcurrentHashMap<>();

  // Each by itself: who asks for one of them does not wait until another one is there.
  private final Once<KnownNames> names = Once.of(() -> new KnownNames(this));
  private final Once<DependencyGraph> graph = Once.of(this::load);
  private final Once<Reach> reach = Once.of(() -> new Reach(graph()));
  private final Once<List<Cycle>> cycles = Once.of(() -> Cycles.of(graph()));
  private final Once<Plan> boot = Once.of(() -> Plan.boot(graph(), DefaultTargetMissing.NAME));
  private final Once<Optional<XinetdView>> xinetd = Once.of(this::readXinetd);
  private final Once<Ports> ports = Once.of(() -> Ports.of(machine(), units()));

  /**
   * @param units all units of the machine that have a file, drop-in or link of their own
   */
  public Facts(Machine machine, Collection<Unit> units) {
    this(machine, units, Known.NONE);
  }

  /**
   * @param units all units of the machine that have a file, drop-in or link of their own
   * @param known what else is there
   */
  public Facts(Machine machine, Collection<Unit> units, Known known) {
    this.machine = machine;
    this.units = List.copyOf(units);
    this.known = known;
  }

  /** The machine under check. */
  public Machine machine() {
    return machine;
  }

  /** All its units that have a file, drop-in or link of their own. */
  public Collection<Unit> units() {
    return units;
  }

  /** What is there though no file shows it. */
  Known known() {
    return known;
  }

  /** What several rules ask of the unit. */
  Gathered of(Unit unit) {
    return gathered.computeIfAbsent(unit.name().toString(), n -> new Gathered(unit, this));
  }

  /** The names that are known. */
  KnownNames names() {
    return names.get();
  }

  /** The dependencies between all units of the machine. */
  public DependencyGraph graph() {
    return graph.get();
  }

  private DependencyGraph load() {
    var completed = machine.completed();
    return DependencyGraph.load(completed, DependencyGraph.everything(completed));
  }

  /** The same, if anybody asked for them. */
  Optional<DependencyGraph> loadedGraph() {
    return graph.known();
  }

  /** Whether the unit of that own name is in the graph, as templates are not. */
  boolean isInGraph(String name) {
    return graph().units().containsKey(name);
  }

  /** The edge of that forward kind; empty too where the graph lacks one of the units. */
  Optional<Edge> edge(String from, Dependency kind, String to) {
    return isInGraph(from) && isInGraph(to) ? graph().edge(from, kind, to) : Optional.empty();
  }

  /** Who listens where, started or not. */
  public Ports ports() {
    return ports.get();
  }

  /** Which units of the graph lead to others. */
  Reach reach() {
    return reach.get();
  }

  /** What starting a unit starts; the name is its own or an alias. */
  public PulledIn pulledInBy(String name) {
    var own = graph().unit(name).map(u -> u.name().toString()).orElse(name);
    return pulledIn.computeIfAbsent(own, n -> PulledIn.by(graph(), n));
  }

  /** The ordering cycles among all units of the machine. */
  public List<Cycle> cycles() {
    return cycles.get();
  }

  /** Has another thread begin with the graph, which takes longest, where there is much to do. */
  void ahead() {
    Threads.ahead(cycles, units.size());
  }

  /** What a boot into the default target starts and leaves out. */
  public Plan boot() {
    return boot.get();
  }

  /**
   * Whether a boot of this machine, as far as its files tell, comes to nothing, and the unit of
   * that own name is part of what it cannot do without.
   */
  boolean isBootRefusedFor(String unit) {
    return machine.hasSystemd()
        && pulledInBy(DefaultTargetMissing.NAME).matters(unit)
        && boot().refusal().isPresent();
  }

  /** What xinetd makes of its configuration; empty where there is none. */
  public Optional<XinetdView> xinetd() {
    return xinetd.get();
  }

  private Optional<XinetdView> readXinetd() {
    return XinetdDaemon.of(machine).map(d -> new XinetdView(machine, d, d.read(machine)));
  }

  /** What systemd makes of values. */
  public Values values() {
    return machine.values();
  }

  /** What systemd knows. */
  public Catalog catalog() {
    return machine.catalog();
  }

  /** The systemd version to judge by. */
  public int version() {
    return machine.setup().version();
  }

  /** Whether what is not there does not exist; else the rest of the machine is unknown. */
  public boolean whole() {
    return machine.setup().whole();
  }

  /**
   * Whether a unit of that name may be there at run time: it has a file, needs none, is made by a
   * program or a generator, is said to be there, or ships with systemd, where systemd's own units
   * are not in the tree.
   */
  public boolean mayExist(UnitName name) {
    return machine.unit(name).state() != LoadState.NOT_FOUND
        || name.type() == UnitType.SCOPE
        || machine.generated(name)
        || known.units().test(name.toString())
        || !machine.hasSystemd() && isSpecial(name);
  }

  /** Whether a package owns the folder of that path of the tree, so that nobody edits it. */
  public static boolean isVendor(String path) {
    return path.startsWith("/usr/lib/") || path.startsWith("/lib/");
  }

  /** Whether the path is that of a file which came with the machine, so that advice is idle. */
  boolean isShipped(String path) {
    return isVendor(path) && machine.hasSystemd();
  }

  /** Whether the unit is for the managers of users. */
  boolean isUserUnit(Unit unit) {
    return machine.setup().scope() == Scope.USER
        || unit.fragmentPath().contains("/systemd/user/")
        || unit.dropins().stream().anyMatch(d -> d.path().contains("/systemd/user/"));
  }

  /** A place to say something about a file, link or folder as such. */
  public Place place(String path) {
    return machine.named(path).whole();
  }

  /** Whether systemd ships the unit or documents its name. */
  public boolean isSpecial(UnitName name) {
    return special(name.toString())
        || name.isInstance() && special(name.template().toString())
        || name.type() == UnitType.SCOPE;
  }

  private boolean special(String name) {
    return catalog().specialUnit(name).filter(s -> !s.removed()).isPresent();
  }

  /** The unit of that name; empty for what cannot be a name. */
  public Optional<Unit> unit(String name) {
    return machine.unit(name);
  }
}
