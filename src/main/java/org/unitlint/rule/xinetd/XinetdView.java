package org.unitlint.rule.xinetd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.unitlint.host.Machine;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdEntry;
import org.unitlint.syntax.XinetdFile;
import org.unitlint.syntax.XinetdFlaw;

/** What the rules about xinetd may ask for. What several of them ask is worked out once. */
public final class XinetdView {
  private final Machine machine;
  private final XinetdDaemon daemon;
  private final XinetdConfig config;
  private final Map<TroubleKind, List<Trouble>> byKind = new EnumMap<>(TroubleKind.class);
  private final Map<Trouble, XinetdService> owners = new IdentityHashMap<>();
  private final Map<Place, XinetdService> heads = new HashMap<>();
  private final Map<Place, List<XinetdFlaw>> flaws = new HashMap<>();
  private final Map<XinetdFlaw, List<XinetdFlaw>> followers = new IdentityHashMap<>();
  private final Map<Source, TreeMap<Integer, XinetdAttribute>> lines = new IdentityHashMap<>();
  private final Map<Source, TreeMap<Integer, XinetdEntry>> entries = new IdentityHashMap<>();
  private final boolean losesItsOnlyService;

  /** A look at what xinetd makes of the files of a machine. */
  public XinetdView(Machine machine, XinetdDaemon daemon, XinetdConfig config) {
    this.machine = machine;
    this.daemon = daemon;
    this.config = config;
    config.services().forEach(s -> s.troubles().forEach(t -> owners.put(t, s)));
    config.services().forEach(s -> heads.putIfAbsent(s.place(), s));
    config
        .allTroubles()
        .forEach(t -> byKind.computeIfAbsent(t.kind(), k -> new ArrayList<>()).add(t));
    config.files().values().stream()
        .flatMap(f -> f.flaws().stream())
        .forEach(f -> flaws.computeIfAbsent(f.place(), p -> new ArrayList<>()).add(f));
    config.files().values().forEach(this::index);
    this.losesItsOnlyService =
        config.served().findAny().isEmpty()
            && config.services().stream().filter(s -> !s.outcome().isDisabled()).count() == 1;
  }

  private void index(XinetdFile file) {
    var ofLines = lines.computeIfAbsent(file.source(), s -> new TreeMap<>());
    var ofEntries = entries.computeIfAbsent(file.source(), s -> new TreeMap<>());
    for (XinetdEntry entry : file.entries()) {
      ofEntries.put(entry.span().start(), entry);
      entry.attributes().forEach(a -> ofLines.put(a.span().start(), a));
    }
    List<XinetdFlaw> last = new ArrayList<>();
    for (XinetdFlaw flaw : file.flaws()) {
      if (flaw.follows()) {
        last.add(flaw);
      } else {
        last = followers.computeIfAbsent(flaw, f -> new ArrayList<>());
      }
    }
  }

  /** The machine, or the files alone. */
  public Machine machine() {
    return machine;
  }

  /** The xinetd that reads them. */
  public XinetdDaemon daemon() {
    return daemon;
  }

  /** What it makes of them. */
  public XinetdConfig config() {
    return config;
  }

  /** Whether what is not there does not exist; else the rest of the machine is unknown. */
  public boolean whole() {
    return machine.setup().whole();
  }

  /** Whether one service is wanted, and is not served. */
  boolean losesItsOnlyService() {
    return losesItsOnlyService;
  }

  /** All troubles of that kind. */
  public Stream<Trouble> troubles(TroubleKind kind) {
    return byKind.getOrDefault(kind, List.of()).stream();
  }

  /** The service in which it was noticed; empty for one outside of services. */
  public Optional<XinetdService> owner(Trouble trouble) {
    return Optional.ofNullable(owners.get(trouble));
  }

  /** The flaw of the text that a trouble of kind {@code MALFORMED} is about. */
  public Optional<XinetdFlaw> flaw(Trouble trouble) {
    return flaws.getOrDefault(trouble.place(), List.of()).stream()
        .filter(f -> f.kind().name().equals(trouble.word(0)))
        .findFirst();
  }

  /** The flaws that are there only because of that one. */
  List<XinetdFlaw> followers(XinetdFlaw flaw) {
    return followers.getOrDefault(flaw, List.of());
  }

  /** The line of an entry that holds the place; empty for what xinetd reads as no attribute. */
  Optional<XinetdAttribute> line(Place place) {
    return Optional.ofNullable(lines.get(place.source()))
        .map(l -> l.floorEntry(place.span().start()))
        .map(Map.Entry::getValue)
        .filter(a -> place.span().start() <= a.place().span().end());
  }

  /** The entry that holds the place. */
  Optional<XinetdEntry> entry(Place place) {
    return Optional.ofNullable(entries.get(place.source()))
        .map(e -> e.floorEntry(place.span().start()))
        .map(Map.Entry::getValue)
        .filter(e -> place.span().start() < e.span().end());
  }

  /** The service whose head stands at the place. */
  Optional<XinetdService> service(Place head) {
    return Optional.ofNullable(heads.get(head));
  }

  /** What of the same service or defaults explains the trouble, as it took away what is missed. */
  Optional<Trouble> cause(Trouble trouble) {
    var missed = Lost.missed(trouble);
    return missed.isEmpty()
        ? Optional.empty()
        : owner(trouble).stream()
            .flatMap(s -> s.troubles().stream())
            .filter(t -> t != trouble && Lost.by(t, this).filter(missed::contains).isPresent())
            .findFirst();
  }
}
