package org.unitlint.host.convert;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unitlint.host.Machine;
import org.unitlint.host.xinetd.Trouble;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdConfig;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;

/** Makes units of services. */
public final class Converter {
  private static final int PROTOCOLS_SINCE = 229;

  private static final int MAX_BYTES = 1 << 20;

  private final int version;
  private final boolean rules;

  /** A converter for that version of systemd. */
  public Converter(int version) {
    this(version, false);
  }

  private Converter(int version, boolean rules) {
    this.version = version;
    this.rules = rules;
  }

  /**
   * All services of a machine's xinetd, disabled ones among them, with what the machine has in
   * their way.
   */
  public static Conversions of(Machine machine, XinetdSetup setup) {
    var config = read(machine, setup, machine.tree());
    var enabled = read(machine, setup, Enabling.of(machine.tree(), config));
    boolean rules =
        hasRules(machine.tree(), "/etc/hosts.allow") || hasRules(machine.tree(), "/etc/hosts.deny");
    var converted = new Converter(machine.setup().version(), rules).convert(config, enabled);
    var occupied = Occupied.of(machine);
    return new Conversions(
        converted.conversions().stream().map(c -> c.with(occupied.inTheWay(c))).toList(),
        converted.refusals());
  }

  /** Whether the file of tcp wrappers says anything. See hosts_access(5). */
  private static boolean hasRules(FileTree tree, String path) {
    var file = Paths.resolve(tree, path);
    if (!file.node().is(Node.Kind.FILE)) {
      return false;
    }
    try {
      return Utf8.decode(tree.read(file.path(), MAX_BYTES))
          .lines()
          .map(String::strip)
          .anyMatch(l -> !l.isEmpty() && !l.startsWith("#"));
    } catch (IOException e) {
      return false;
    }
  }

  private static XinetdConfig read(Machine machine, XinetdSetup setup, FileTree tree) {
    return XinetdConfig.read(tree, machine.programs(), machine.accounts(), setup);
  }

  /**
   * All services of a configuration.
   *
   * @param enabled the same as it would be with all of them enabled
   */
  Conversions convert(XinetdConfig config, XinetdConfig enabled) {
    var awake = new HashMap<String, XinetdService>();
    enabled.services().forEach(s -> awake.putIfAbsent(key(s), s));
    var disabled = new LinkedHashMap<XinetdService, Boolean>();
    for (XinetdService service : config.services()) {
      boolean off = service.outcome().isDisabled();
      disabled.put(off ? awake.getOrDefault(key(service), service) : service, off);
    }
    var refusals = new ArrayList<Refusal>();
    var taken = new ArrayList<XinetdService>();
    disabled.forEach(
        (service, off) ->
            impediment(service, off)
                .ifPresentOrElse(
                    i -> refusals.add(refusal(service, off, i)), () -> taken.add(service)));
    twins(taken, disabled, refusals);
    config.troubles().stream()
        .filter(t -> t.kind().compareTo(TroubleKind.INETD_FIELDS) >= 0)
        .map(Converter::line)
        .forEach(refusals::add);
    var names = UnitNames.of(taken);
    var conversions = taken.stream().map(s -> translate(s, names.get(s), disabled.get(s))).toList();
    return new Conversions(conversions, refusals);
  }

  /**
   * Takes out those whose port another has already: xinetd may share datagrams, systemd cannot, and
   * of services that are disabled one may be meant for another.
   */
  private static void twins(
      List<XinetdService> taken, Map<XinetdService, Boolean> disabled, List<Refusal> refusals) {
    var first = new HashMap<Optional<Integer>, List<XinetdService>>();
    for (boolean off : List.of(false, true)) {
      for (XinetdService service : List.copyOf(taken)) {
        if (disabled.get(service) != off) {
          continue;
        }
        var listener = service.listeners().get(0);
        var others = first.computeIfAbsent(listener.port(), p -> new ArrayList<>());
        var other =
            others.stream().filter(o -> o.listeners().get(0).overlaps(listener)).findFirst();
        if (other.isPresent()) {
          String reason = "service `" + other.get().id() + "` has its port already";
          taken.remove(service);
          refusals.add(refusal(service, off, new Impediments.Impediment(service.place(), reason)));
        } else {
          others.add(service);
        }
      }
    }
  }

  /** A line of inetd.conf of which xinetd makes no service. */
  private static Refusal line(Trouble trouble) {
    var place = trouble.place();
    String line = place.source().text(place.source().lineSpan(place.line()));
    String reason = "xinetd drops it: " + Mistakes.words(trouble);
    return new Refusal(
        line.strip().split("\\s", 2)[0], XinetdSetup.INETD_FILE, place, false, reason);
  }

  private static String key(XinetdService service) {
    return service.path() + ":" + service.place().span().start();
  }

  private static Refusal refusal(
      XinetdService service, boolean disabled, Impediments.Impediment impediment) {
    // xinetd adds -dgram to the ids of what it answers itself for inetd.conf, even for streams.
    boolean own = service.isInternal() && service.path().equals(XinetdSetup.INETD_FILE);
    return new Refusal(
        own ? service.name() : service.id(),
        service.path(),
        impediment.place(),
        disabled,
        impediment.reason());
  }

  /** How well the service can be done by units; empty where it cannot. */
  public Optional<Exactness> exactness(XinetdService service) {
    return impediment(service, false).isPresent()
        ? Optional.empty()
        : Optional.of(translate(service, UnitNames.stem(service.id()), false).exactness());
  }

  private Optional<Impediments.Impediment> impediment(XinetdService service, boolean disabled) {
    var found = Impediments.of(service, disabled);
    if (found.isPresent() || version >= PROTOCOLS_SINCE) {
      return found;
    }
    String protocol = service.listeners().get(0).protocol();
    return protocol.equalsIgnoreCase("tcp") || protocol.equalsIgnoreCase("udp")
        ? Optional.empty()
        : Optional.of(
            new Impediments.Impediment(
                service.place(), "`SocketProtocol=` came with systemd " + PROTOCOLS_SINCE));
  }

  private Conversion translate(XinetdService service, String stem, boolean disabled) {
    var to = new Translation(service, stem, version, rules);
    String from = service.place().source().name() + ":" + service.place().line();
    String origin = "Converted from service " + service.id() + ", " + from + ".";
    to.socket.head(origin);
    to.server.head(origin);
    if (disabled) {
      to.socket.head("It is disabled there: leave this unit disabled, too.");
    }
    SocketPart.write(to);
    ServerPart.write(to);
    var lost = to.lostItems();
    if (!lost.isEmpty()) {
      to.socket.head("Not carried over:");
      lost.forEach(to.socket::headItem);
    }
    return new Conversion(
        service, disabled, List.of(to.socket.unit(), to.server.unit()), to.notes(), List.of());
  }
}
