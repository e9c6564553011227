package org.unitlint.host.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.value.IpPrefix;
import org.unitlint.host.xinetd.Access;
import org.unitlint.host.xinetd.ClientPattern;
import org.unitlint.syntax.AsciiCase;

/**
 * Who may connect: {@code only_from} without {@code no_access}, since with systemd what is allowed
 * counts for more than what is denied. See systemd.resource-control(5), IPAddressAllow=.
 *
 * @param allowed empty where there is no such list
 */
record Clients(Optional<AddressSet> allowed, AddressSet denied) {
  private static final int WIDTH = 60;
  private static final List<IpPrefix> LOCAL =
      List.of(
          new IpPrefix(IpAddress.parse("127.0.0.1").orElseThrow(), 32),
          new IpPrefix(IpAddress.parse("::1").orElseThrow(), 128));

  private static final String HUNG_UP = "others get no answer at all; xinetd hung up on them";

  /** The clients whose addresses are given; those given by name are in neither. */
  static Clients of(Access access) {
    var refused = set(access.noAccess());
    var allowed = access.onlyFrom().map(p -> set(p).minus(refused));
    return new Clients(allowed, refused);
  }

  private static AddressSet set(List<ClientPattern> patterns) {
    var prefixes = new ArrayList<IpPrefix>();
    for (ClientPattern pattern : patterns) {
      pattern.prefix().ifPresent(p -> prefixes.add(new IpPrefix(pattern.address().get(), p)));
      if (isLocal(pattern)) {
        prefixes.addAll(LOCAL);
      }
    }
    return AddressSet.of(prefixes);
  }

  /** Whether it is the one name that means the same everywhere. */
  private static boolean isLocal(ClientPattern pattern) {
    return AsciiCase.equal(pattern.name(), "localhost");
  }

  /** The settings that say so, each a directive and its value. */
  List<String[]> settings() {
    if (allowed.isEmpty()) {
      return lines("IPAddressDeny", denied);
    }
    if (allowed.get().isAll()) {
      return List.of();
    }
    var lines = lines("IPAddressAllow", allowed.get());
    lines.add(new String[] {"IPAddressDeny", "any"});
    return lines;
  }

  private static List<String[]> lines(String directive, AddressSet set) {
    var lines = new ArrayList<String[]>();
    if (set.isAll()) {
      lines.add(new String[] {directive, "any"});
      return lines;
    }
    var line = new StringBuilder();
    for (IpPrefix prefix : set.prefixes()) {
      String word = isHost(prefix) ? prefix.address().toString() : prefix.toString();
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
        lines.add(new String[] {directive, line.toString()});
        line = new StringBuilder();
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    if (!line.isEmpty()) {
      lines.add(new String[] {directive, line.toString()});
    }
    return lines;
  }

  /** Whether it is one address, and looks like one. */
  private static boolean isHost(IpPrefix prefix) {
    boolean zeros = prefix.address().bits().getLowestSetBit() >= 8;
    return prefix.length() == prefix.address().length()
        && !zeros
        && prefix.address().bits().signum() != 0;
  }

  /** Writes them into the socket unit, with what is to be said. */
  static void write(Translation to) {
    var access = to.service.access();
    var given = new ArrayList<String>();
    access.onlyFrom().ifPresent(l -> given.add("only_from"));
    if (!access.noAccess().isEmpty()) {
      given.add("no_access");
    }
    if (given.isEmpty()) {
      return;
    }
    var settings = of(access).settings();
    if (!settings.isEmpty() && !to.knows("Socket", "IPAddressDeny")) {
      given.forEach(a -> to.lost(a, "everybody is let in; `IPAddressDeny=` came with systemd 235"));
      return;
    }
    if (settings.isEmpty()) {
      given.forEach(to::implied);
    } else if (access.onlyFrom().filter(List::isEmpty).isPresent()) {
      to.exact("only_from", to.socket, "IPAddressDeny", "any");
    } else {
      to.nearly(given, to.socket, settings, HUNG_UP);
    }
    names(to, "only_from", access.onlyFrom().orElse(List.of()), "these clients are shut out now");
    names(to, "no_access", access.noAccess(), "these clients are let in now");
  }

  private static void names(
      Translation to, String attribute, List<ClientPattern> patterns, String effect) {
    var names =
        patterns.stream()
            .filter(p -> p.prefix().isEmpty() && !p.name().equals("\0") && !isLocal(p))
            .map(ClientPattern::name)
            .distinct()
            .toList();
    if (!names.isEmpty()) {
      to.lost(
          attribute,
          attribute + " = " + String.join(" ", names),
          effect + ", as systemd looks up no names; write their addresses into the unit");
    }
  }
}
