package org.unitlint.host.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.value.IpAddress;
import org.unitlint.support.Shared;

/** Which sockets are in each other's way; the kernel itself is asked as well. */
class EndpointTest {
  private static final int PORT = 46117;

  /** Two endpoints, and how they overlap. */
  private static final String CASES =
      """
      tcp *                tcp *                 SAME
      tcp *                tcp 0.0.0.0           FAMILIES
      tcp *                tcp ::                SAME
      tcp *                tcp 127.0.0.1         FAMILIES
      tcp *                tcp ::1               WILDCARD
      tcp ::               tcp 0.0.0.0           -
      tcp ::               tcp 127.0.0.1         -
      tcp ::               tcp ::1               WILDCARD
      tcp 0.0.0.0          tcp 0.0.0.0           SAME
      tcp 0.0.0.0          tcp 127.0.0.1         WILDCARD
      tcp 0.0.0.0          tcp ::1               -
      tcp 127.0.0.1        tcp 127.0.0.2         -
      tcp 127.0.0.1        tcp 127.0.0.1         SAME
      tcp ::ffff:127.0.0.1 tcp 127.0.0.1         SAME
      tcp ::ffff:127.0.0.1 tcp ::                -
      tcp ::1              tcp 127.0.0.1         -
      tcp *                udp *                 -
      udp *                udp 127.0.0.1         FAMILIES
      udp 127.0.0.1        udp 127.0.0.1         SAME
      mptcp *              tcp *                 SAME
      sctp *               tcp *                 -
      tcp ?                tcp *                 SAME
      tcp ?                tcp ::                -
      tcp ?                tcp 127.0.0.1         WILDCARD
      tcp *%eth0           tcp *%eth1            -
      tcp *%eth0           tcp *                 SAME
      tcp *%eth0           tcp *%eth0            SAME
      tcp+ *               tcp+ *                -
      tcp+ *               tcp *                 SAME
      """;

  @TestFactory
  Stream<DynamicTest> everyPair() {
    return CASES
        .lines()
        .map(line -> line.split(" +"))
        .map(w -> dynamicTest(String.join(" ", w), () -> verify(w)));
  }

  private static void verify(String[] words) {
    var one = endpoint(words[0], words[1], PORT);
    var other = endpoint(words[2], words[3], PORT);
    var expected = words[4].equals("-") ? "" : words[4];
    assertEquals(expected, one.overlap(other).map(Overlap::name).orElse(""));
    assertEquals(one.overlap(other), other.overlap(one), "both ways");
    assertEquals(Optional.empty(), one.overlap(endpoint(words[2], words[3], PORT + 1)));
  }

  private static Endpoint endpoint(String protocol, String host, int port) {
    int percent = host.indexOf('%');
    String device = percent < 0 ? "" : host.substring(percent + 1);
    String plain = percent < 0 ? host : host.substring(0, percent);
    var ip = IpAddress.parse(plain);
    var family =
        switch (plain) {
          case "*" -> Address.Family.BOTH;
          case "?" -> Address.Family.V4_AT_LEAST;
          default -> ip.orElseThrow().v6() ? Address.Family.V6 : Address.Family.V4;
        };
    boolean sharing = protocol.endsWith("+");
    String name = sharing ? protocol.substring(0, protocol.length() - 1) : protocol;
    return new Endpoint(
        name.equals("udp") ? Sort.DATAGRAM : Sort.STREAM,
        name,
        Address.port(family, ip, port, device),
        sharing,
        "");
  }

  @Test
  void localOnes() {
    var path = local(Sort.STREAM, Address.Kind.PATH, "/run/a");
    assertEquals(
        Optional.of(Overlap.SAME), path.overlap(local(Sort.DATAGRAM, Address.Kind.PATH, "/run/a")));
    assertEquals(
        Optional.empty(), path.overlap(local(Sort.STREAM, Address.Kind.ABSTRACT, "/run/a")));
    var named = local(Sort.STREAM, Address.Kind.ABSTRACT, "a");
    assertEquals(Optional.of(Overlap.SAME), named.overlap(named));
    assertEquals(
        Optional.empty(), named.overlap(local(Sort.SEQPACKET, Address.Kind.ABSTRACT, "a")));
    var fifo = local(Sort.FIFO, Address.Kind.OTHER, "/run/a");
    assertEquals(Optional.empty(), fifo.overlap(fifo));
    var machine = new Endpoint(Sort.STREAM, "vsock", Address.vsock("", 7), false, "");
    var guest = new Endpoint(Sort.STREAM, "vsock", Address.vsock("3", 7), false, "");
    assertEquals(Optional.of(Overlap.WILDCARD), machine.overlap(guest));
  }

  @Test
  void otherNetworksAreApart() {
    var address = Address.port(Address.Family.BOTH, Optional.empty(), PORT, "");
    var here = new Endpoint(Sort.STREAM, "tcp", address, false, "");
    var there = new Endpoint(Sort.STREAM, "tcp", address, false, "a.service");
    assertEquals(Optional.empty(), here.overlap(there));
    assertEquals(Optional.of(Overlap.SAME), there.overlap(there));
  }

  private static Endpoint local(Sort sort, Address.Kind kind, String name) {
    return new Endpoint(sort, "unix", Address.named(kind, name), false, "");
  }

  /** Binds both as systemd does; prints for each pair whether the second is refused. */
  private static final String PROGRAM =
      """
      import socket, sys
      KIND = {'tcp': socket.SOCK_STREAM, 'udp': socket.SOCK_DGRAM}
      def make(protocol, host, only, port):
          family = socket.AF_INET6 if ':' in host else socket.AF_INET
          s = socket.socket(family, KIND[protocol])
          if family == socket.AF_INET6:
              s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, only)
          s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, protocol == 'tcp')
          s.bind((host, port))
          if protocol == 'tcp':
              s.listen(1)
          return s
      for line in sys.argv[1].split(';'):
          p1, h1, o1, p2, h2, o2 = line.split()
          one = make(p1, h1, int(o1), 0)
          try:
              make(p2, h2, int(o2), one.getsockname()[1]).close()
              print('free')
          except OSError:
              print('taken')
          one.close()
      """;

  private static final Map<String, String> HOSTS =
      Map.of("*", ":: 0", "::", ":: 1", "::ffff:127.0.0.1", "::ffff:127.0.0.1 0");

  @Test
  void theKernelSaysTheSame() throws IOException, InterruptedException {
    Shared.needsProgram("/usr/bin/python3");
    var hosts = List.of("*", "::", "0.0.0.0", "127.0.0.1", "127.0.0.2", "::1", "::ffff:127.0.0.1");
    var pairs = new ArrayList<String>();
    var ours = new ArrayList<String>();
    for (String protocol : List.of("tcp", "udp")) {
      for (String one : hosts) {
        for (String other : hosts) {
          pairs.add(bound(protocol, one) + " " + bound(protocol, other));
          var overlap = endpoint(protocol, one, PORT).overlap(endpoint(protocol, other, PORT));
          ours.add(overlap.isPresent() ? "taken" : "free");
        }
      }
    }
    var printed =
        Shared.run(List.of("/usr/bin/python3", "-c", PROGRAM, String.join(";", pairs)))
            .lines()
            .toList();
    assertEquals(told(pairs, printed), told(pairs, ours));
  }

  private static String bound(String protocol, String host) {
    return protocol + " " + HOSTS.getOrDefault(host, host + " 1");
  }

  private static List<String> told(List<String> pairs, List<String> outcomes) {
    var told = new ArrayList<String>();
    for (int i = 0; i < pairs.size(); i++) {
      told.add(pairs.get(i) + ": " + (i < outcomes.size() ? outcomes.get(i) : "nothing"));
    }
    return told;
  }
}
