package org.unitlint.host.xinetd;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unitlint.catalog.Catalog;
import org.unitlint.host.value.IpAddress;
import org.unitlint.source.FileTree;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.AsciiCase;

/**
 * What a machine's files call ports, protocols, RPC programs, networks and hosts. See services(5),
 * protocols(5), rpc(5), networks(5), hosts(5). Where a file is missing, what it says nearly
 * everywhere holds.
 */
public final class NetNames {
  private static final int MAX_BYTES = 4 << 20;

  private final Catalog catalog = Catalog.standard();
  private final FileTree tree;
  private final boolean whole;
  private final Optional<List<String[]>> services;
  private final Map<String, Map<String, Integer>> ports = new HashMap<>();
  private final Map<String, Map<Integer, String>> portNames = new HashMap<>();
  private final Optional<Set<String>> protocols;
  private final Optional<Map<String, String>> programs;
  private final Map<String, List<IpAddress>> hosts = new HashMap<>();
  private final Map<String, IpAddress> networks = new HashMap<>();

  private NetNames(FileTree tree, boolean whole) {
    this.tree = tree;
    this.whole = whole;
    services = lines("/etc/services");
    services.ifPresent(all -> all.forEach(this::service));
    protocols = lines("/etc/protocols").map(NetNames::names);
    programs = lines("/etc/rpc").map(NetNames::numbers);
    lines("/etc/hosts").ifPresent(all -> all.forEach(this::host));
    lines("/etc/networks").ifPresent(all -> all.forEach(this::network));
  }

  /**
   * The names of the machine whose files the tree holds.
   *
   * @param whole whether it is a whole machine, so that a name that its files lack has no meaning
   */
  public static NetNames of(FileTree tree, boolean whole) {
    return new NetNames(tree, whole);
  }

  /** Whether the machine has a services(5), so that a name that is not in it has no port. */
  public boolean knowsPorts() {
    return whole && services.isPresent();
  }

  /** The port of a service; both names have to be written as in the file. */
  public Optional<Integer> port(String service, String protocol) {
    return services.isPresent()
        ? Optional.ofNullable(ports.getOrDefault(service, Map.of()).get(protocol))
        : Optional.ofNullable(catalog.wellKnownPorts(service).get(protocol));
  }

  /** The name that the machine's services(5) gives the port first; empty where it has none. */
  public Optional<String> portName(int port, String protocol) {
    return Optional.ofNullable(portNames.getOrDefault(protocol, Map.of()).get(port));
  }

  /** Whether there is a protocol of that name. */
  boolean hasProtocol(String name) {
    return protocols
        .map(known -> known.contains(name))
        .orElseGet(() -> catalog.ipProtocols().numberInAnyCase(name).isPresent());
  }

  /** Whether there may be an RPC program of that name. */
  boolean mayHaveProgram(String name) {
    return programs.map(p -> p.containsKey(name)).orElse(false)
        || catalog.rpcProgram(name).isPresent() && programs.isEmpty()
        || programs.isEmpty();
  }

  /** The addresses of a host that the machine knows by itself, IPv4 before IPv6. */
  List<IpAddress> host(String name) {
    var known = hosts.getOrDefault(lower(name), List.of());
    return known.isEmpty() && lower(name).equals("localhost")
        ? List.of(Addresses.v4("127.0.0.1").orElseThrow())
        : known;
  }

  /** The network of that name, as a whole address. */
  Optional<IpAddress> network(String name) {
    return Optional.ofNullable(networks.get(name));
  }

  private static String lower(String name) {
    return AsciiCase.lower(name);
  }

  private void service(String[] words) {
    int slash = words.length < 2 ? -1 : words[1].indexOf('/');
    if (slash < 1 || slash > 5 || !words[1].substring(0, slash).chars().allMatch(NetNames::digit)) {
      return;
    }
    int port = Integer.parseInt(words[1].substring(0, slash));
    String protocol = words[1].substring(slash + 1);
    portNames.computeIfAbsent(protocol, p -> new TreeMap<>()).putIfAbsent(port, words[0]);
    for (int i = 0; i < words.length; i++) {
      if (i != 1) {
        ports.computeIfAbsent(words[i], n -> new HashMap<>()).putIfAbsent(protocol, port);
      }
    }
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private void host(String[] words) {
    Addresses.numeric(words[0])
        .ifPresent(
            address -> {
              for (int i = 1; i < words.length; i++) {
                var known = hosts.computeIfAbsent(lower(words[i]), n -> new ArrayList<>());
                if (!known.contains(address)) {
                  known.add(address.v6() ? known.size() : v4(known), address);
                }
              }
            });
  }

  private static int v4(List<IpAddress> addresses) {
    return (int) addresses.stream().filter(a -> !a.v6()).count();
  }

  private void network(String[] words) {
    var number = words.length < 2 ? Optional.<IpAddress>empty() : Addresses.v4(words[1]);
    number.ifPresent(
        n -> {
          for (int i = 0; i < words.length; i++) {
            if (i != 1) {
              networks.putIfAbsent(words[i], n);
            }
          }
        });
  }

  private static Set<String> names(List<String[]> lines) {
    var names = new LinkedHashSet<String>();
    for (String[] words : lines) {
      for (int i = 0; i < words.length; i++) {
        if (i != 1 && words.length > 1) {
          names.add(words[i]);
        }
      }
    }
    return names;
  }

  private static Map<String, String> numbers(List<String[]> lines) {
    var numbers = new LinkedHashMap<String, String>();
    for (String[] words : lines) {
      for (int i = 0; i < words.length; i++) {
        if (i != 1 && words.length > 1) {
          numbers.putIfAbsent(words[i], words[1]);
        }
      }
    }
    return numbers;
  }

  /** The words of each line, comments left out; empty for a file that cannot be read. */
  private Optional<List<String[]>> lines(String path) {
    var resolved = Paths.resolve(tree, path);
    if (!resolved.node().is(Node.Kind.FILE)) {
      return Optional.empty();
    }
    try {
      var lines = new ArrayList<String[]>();
      String text = Utf8.decode(tree.read(resolved.path(), MAX_BYTES));
      for (String line : text.split("\n")) {
        int comment = line.indexOf('#');
        String said = (comment < 0 ? line : line.substring(0, comment)).strip();
        if (!said.isEmpty()) {
          lines.add(said.split("[ \t\r]+"));
        }
      }
      return Optional.of(lines);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
