package org.unitlint.host.ports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.CommandWords;
import org.unitlint.host.Machine;
import org.unitlint.host.Unit;
import org.unitlint.host.value.IpAddress;
import org.unitlint.host.xinetd.NetNames;
import org.unitlint.host.xinetd.XinetdSetup;
import org.unitlint.source.Node;
import org.unitlint.source.Paths;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.InetdFile;
import org.unitlint.syntax.InetdLine;

/** Where an inetd other than xinetd listens. See inetd.conf(5). */
final class InetdLines {
  private static final Set<String> PROGRAMS = Set.of("inetd", "inetutils-inetd", "openbsd-inetd");
  private static final int SERVER = 5;
  private static final int MAX_BYTES = 4 << 20;

  private final Machine machine;
  private final NetNames names;

  InetdLines(Machine machine, NetNames names) {
    this.machine = machine;
    this.names = names;
  }

  /** Those of the first of the units that runs an inetd; none where nothing does. */
  List<Listening> of(Collection<Unit> units) {
    var daemon = units.stream().filter(this::runsInetd).findFirst();
    var file = Paths.resolve(machine.tree(), XinetdSetup.INETD_FILE);
    var found = new ArrayList<Listening>();
    if (daemon.isEmpty() || !file.node().is(Node.Kind.FILE)) {
      return found;
    }
    try {
      String text = Utf8.decode(machine.tree().read(file.path(), MAX_BYTES));
      var source = Source.of(machine.tree().display(XinetdSetup.INETD_FILE), text);
      for (InetdLine line : InetdFile.parse(source).services()) {
        listening(line, daemon.get()).ifPresent(found::add);
      }
    } catch (IOException e) {
      return List.of();
    }
    return found;
  }

  private boolean runsInetd(Unit unit) {
    return unit.name().type() == UnitType.SERVICE
        && unit.isLoaded()
        && CommandWords.of(machine, unit, "Service", "ExecStart").stream()
            .anyMatch(c -> PROGRAMS.contains(c.program()));
  }

  private Optional<Listening> listening(InetdLine line, Unit daemon) {
    var fields = line.fields();
    String written = fields.get(0).text();
    if (fields.size() <= SERVER || fields.get(2).text().startsWith("rpc/")) {
      return Optional.empty();
    }
    int colon = written.lastIndexOf(':');
    String name = written.substring(colon + 1);
    String protocol = fields.get(2).text().replaceAll("[46]+$", "");
    var port = port(name, protocol);
    if (port.isEmpty()) {
      return Optional.empty();
    }
    String host = colon < 0 ? "*" : written.substring(0, colon).replaceAll("[\\[\\]]", "");
    boolean v6 = fields.get(2).text().endsWith("6");
    var known = IpAddress.parse(host);
    var family = v6 ? Address.Family.V6 : Address.Family.V4;
    var address =
        known.isPresent() || host.equals("*")
            ? Address.port(
                known.filter(IpAddress::v6).isPresent() ? Address.Family.V6 : family,
                known,
                port.get(),
                "")
            : Address.port(family, host, port.get());
    String user = fields.get(4).text().replaceAll("[.:].*", "");
    return Optional.of(
        new Listening(
            new Endpoint(Sort.ofSocketType(fields.get(1).text()), protocol, address, false, ""),
            names.portName(port.get(), protocol),
            Activation.INETD,
            Evidence.WRITTEN,
            Optional.of(daemon),
            name,
            new Listening.Started("", user, fields.get(SERVER).text()),
            XinetdSetup.INETD_FILE,
            fields.get(0).place()));
  }

  private Optional<Integer> port(String name, String protocol) {
    boolean number = name.matches("[0-9]{1,5}");
    return number ? Optional.of(Integer.valueOf(name)) : names.port(name, protocol);
  }
}
