package org.unitlint.rule.xinetd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.host.Machine;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.host.xinetd.XinetdDaemon;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Place;
import org.unitlint.syntax.XinetdFlaw;

/** What the rules about xinetd may ask for. What several of them ask is worked out once. */
public final class XinetdView {
  private final Machine machine;
  private final XinetdDaemon daemon;
  private final XinetdConfig config;
  private final Map<TroubleKind, List<Trouble>> byKind = new EnumMap<>(TroubleKind.class);
  private final Map<Trouble, XinetdService> owners = new IdentityHashMap<>();
  private final Map<Place, List<XinetdFlaw>> flaws = new HashMap<>();

  /** A look at what xinetd makes of the files of a machine. */
  public XinetdView(Machine machine, XinetdDaemon daemon, XinetdConfig config) {
    this.machine = machine;
    this.daemon = daemon;
    this.config = config;
    config.services().forEach(s -> s.troubles().forEach(t -> owners.put(t, s)));
    config
        .allTroubles()
        .forEach(t -> byKind.computeIfAbsent(t.kind(), k -> new ArrayList<>()).add(t));
    config.files().values().stream()
        .flatMap(f -> f.flaws().stream())
        .forEach(f -> flaws.computeIfAbsent(f.place(), p -> new ArrayList<>()).add(f));
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
}
