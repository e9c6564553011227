package org.unitlint.rule.xinetd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.KnownServer;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.xinetd.Listener;
import org.unitlint.host.xinetd.TroubleKind;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;

/** Who reaches a service, and what it does with them. */
final class Exposure {
  /** Private, local and loopback networks, with their numbers of bits. */
  private static final List<String> NEAR =
      List.of(
          "127.0.0.0/8",
          "10.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "169.254.0.0/16",
          "::1/128",
          "fc00::/7",
          "fe80::/10");

  private Exposure() {}

  /** The wanted services that clients from anywhere may connect to. */
  static Stream<XinetdService> open(XinetdView view) {
    return Services.wanted(view).filter(Exposure::isOpen);
  }

  /** Whether no list keeps strangers out, and no address keeps them off. */
  static boolean isOpen(XinetdService service) {
    var only = service.access().onlyFrom();
    boolean everybody =
        only.isEmpty()
            || only.get().stream().anyMatch(p -> p.matchesAll(false) || p.matchesAll(true));
    return everybody
        && service.access().noAccess().isEmpty()
        && !service.isBehindTcpmux()
        && !isListRefused(service)
        && service.listeners().stream().noneMatch(Exposure::isNear);
  }

  /** Whether there is a list that xinetd does not take as a whole. */
  private static boolean isListRefused(XinetdService service) {
    return service.troubles().stream()
        .filter(t -> t.kind().isBadValue() || t.kind() == TroubleKind.UNPARSABLE_ADDRESS)
        .anyMatch(
            t ->
                AsciiCase.equal(t.word(0), "only_from") || AsciiCase.equal(t.word(0), "no_access"));
  }

  private static boolean isNear(Listener listener) {
    return listener.address().filter(a -> NEAR.stream().anyMatch(n -> isIn(a, n))).isPresent();
  }

  private static boolean isIn(IpAddress address, String network) {
    int slash = network.indexOf('/');
    var base = IpAddress.parse(network.substring(0, slash)).orElseThrow();
    int bits = Integer.parseInt(network.substring(slash + 1));
    return base.v6() == address.v6() && address.masked(bits).equals(base.masked(bits));
  }

  /** How to close a service that anybody may use. */
  static String closing(XinetdService service, String verb) {
    return Paths.name(service.path()).equals("inetd.conf")
        ? "write `#` before the line; lists of clients there are only in xinetd's own files"
        : "write `disable = yes`, or say who may " + verb + " with `only_from`";
  }

  /** The path of the server, even if it is refused; empty for none. */
  static String server(XinetdService service) {
    if (service.redirect().isPresent() || service.isInternal()) {
      return "";
    }
    return service.troubles().stream()
        .filter(t -> service.run().server().isEmpty())
        .filter(
            t ->
                t.kind() == TroubleKind.SERVER_MISSING
                    || t.kind() == TroubleKind.SERVER_NOT_EXECUTABLE)
        .map(t -> t.word(0))
        .findFirst()
        .orElse(service.run().server());
  }

  /** What is known of the server by its name. */
  static Optional<KnownServer> known(XinetdService service) {
    return Catalog.standard().xinetd().server(Paths.name(server(service)));
  }

  /** The arguments behind the name of the server. */
  static List<String> arguments(XinetdService service) {
    var all = service.run().arguments();
    boolean named =
        !service.run().server().isEmpty() || service.traits().flags().contains("NAMEINARGS");
    return all.isEmpty() || !named ? all : all.subList(1, all.size());
  }

  /** The values of the attribute's line in the entry; else the head. */
  static Place place(XinetdService service, String attribute, XinetdView view) {
    return Lines.own(service, attribute, view)
        .filter(l -> !l.values().isEmpty())
        .map(l -> l.valuesPlace())
        .orElse(service.place());
  }

  /** The finding with a label at the line that says as whom the server runs, if it is root. */
  static Diagnostic asRoot(Diagnostic found, XinetdService service, XinetdView view) {
    return isRoot(service)
        ? Lines.own(service, "user", view).map(l -> found.label(l.place(), "as root")).orElse(found)
        : found;
  }

  /** Whether the server runs as root. */
  static boolean isRoot(XinetdService service) {
    return service.run().user().equals("root") || service.run().user().matches("[+]?0+");
  }

  /** The finding with what holds where the defaults are not known. */
  static Diagnostic unlessDefaults(Diagnostic found, XinetdView view) {
    return Services.knowsDefaults(view)
        ? found
        : found.note("unless the defaults of xinetd.conf, which is not here, say otherwise");
  }
}
