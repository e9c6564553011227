package org.unitlint.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unitlint.host.UnitName;
import org.unitlint.host.ports.Listening;
import org.unitlint.host.ports.Ports;
import org.unitlint.source.Paths;

/** A word of the command line that says which of those who listen are asked for. */
record PortFilter(String word, Ports ports) {
  private static final Set<String> KINDS =
      Set.of(
          "tcp", "udp", "sctp", "udplite", "mptcp", "unix", "vsock", "fifo", "netlink", "mqueue",
          "special", "usb");

  /** Whether it is one of them. */
  boolean matches(Listening listening) {
    String plain = word.startsWith(":") ? word.substring(1) : word;
    if (plain.matches("[0-9]+")) {
      String port = String.valueOf(listening.address().port());
      return listening.endpoint().isPort() && port.equals(plain.replaceFirst("^0+(?=.)", ""));
    }
    if (KINDS.contains(word)) {
      return List.of(listening.endpoint().protocol(), listening.endpoint().sort().word())
          .contains(word);
    }
    return listening.activation().word().equals(word) || isCalled(listening, plain);
  }

  private boolean isCalled(Listening listening, String name) {
    Predicate<String> matches = Glob.isPattern(name) ? Glob.of(name) : name::equals;
    var starts = listening.starts();
    boolean port =
        ports
            .port(name, listening.endpoint().protocol())
            .filter(p -> p == listening.address().port())
            .isPresent();
    return port
        || Stream.of(
                listening.name(),
                stem(listening.name()),
                starts.what(),
                stem(starts.what()),
                starts.program(),
                Paths.name(starts.program()),
                listening.portName().orElse(""),
                listening.address().toString(),
                listening.unit().map(u -> u.name().toString()).orElse(""))
            .filter(text -> !text.isEmpty())
            .anyMatch(matches);
  }

  private static String stem(String name) {
    return UnitName.parse(name).map(UnitName::prefix).orElse(name);
  }
}
