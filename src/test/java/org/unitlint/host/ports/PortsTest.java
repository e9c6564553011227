package org.unitlint.host.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** Who listens where by what units say; lines have {@code |} between them. */
class PortsTest {
  private static final int VERSION = 257;
  private static final int TREES = 60;

  /** What stands in [Socket], and where it listens. */
  private static final String SOCKETS =
      """
      ListenStream=80                                 -> tcp *:80
      ListenStream=80|BindIPv6Only=ipv6-only          -> tcp [::]:80
      ListenStream=80|BindIPv6Only=both               -> tcp *:80
      ListenStream=80|BindIPv6Only=nonsense           -> tcp *:80
      ListenStream=[::]:80                            -> tcp *:80
      ListenStream=[::ffff:192.0.2.1]:80              -> tcp 192.0.2.1:80
      ListenStream=[fe80::1]:80%%eth0                 -> tcp [fe80::1%eth0]:80
      ListenStream=0.0.0.0:80|BindToDevice=eth0       -> tcp 0.0.0.0%eth0:80
      ListenStream=80|ListenStream=|ListenStream=81   -> tcp *:81
      ListenStream=80|ListenDatagram=|ListenFIFO=/f   -> fifo /f
      ListenStream=http|ListenStream=81               -> tcp *:81
      ListenStream=0|ListenStream=81                  -> tcp *:81
      ListenDatagram=69                               -> udp *:69
      ListenDatagram=69|SocketProtocol=udplite        -> udplite *:69
      ListenStream=80|SocketProtocol=SCTP             -> sctp *:80
      ListenStream=/var/run/a                         -> unix /run/a
      ListenStream=@a                                 -> unix @a
      ListenStream=%t/%p                              -> unix /run/a
      ListenSequentialPacket=/run/a                   -> unix seqpacket /run/a
      ListenStream=vsock::22                          -> vsock vsock::22
      ListenNetlink=route 3                           -> netlink route 3
      ListenMessageQueue=/q                           -> mqueue /q
      ListenSpecial=/dev/x                            -> special /dev/x
      ListenUSBFunction=/dev/ffs                      -> usb /dev/ffs
      """;

  /** What stands behind ExecStart=, and where that listens. */
  private static final String COMMANDS =
      """
      /usr/sbin/sshd -D                                    -> tcp *:22 usual
      /usr/sbin/sshd -D -p 2222                            -> tcp *:2222 written
      /usr/sbin/sshd -D -p2222                             -> tcp *:2222 written
      /usr/sbin/sshd -D $OPTIONS                           -> tcp *:22 usual
      /usr/sbin/in.tftpd -s /srv                           -> -
      /usr/sbin/in.tftpd -l -a 192.0.2.1:69 /srv           -> udp 192.0.2.1:69 written
      /usr/sbin/dnsmasq --port=5353                        -> tcp *:5353 written, udp *:5353 written
      /usr/bin/gunicorn app                                -> tcp 127.0.0.1:8000 usual
      /usr/bin/gunicorn -b :80 -b [::1]:81 app             -> tcp *:80 written, tcp [::1]:81 written
      /usr/bin/gunicorn --bind=unix:/run/x app             -> unix /run/x written
      /usr/bin/dockerd -H fd:// -H tcp://0.0.0.0:2375      -> tcp 0.0.0.0:2375 written
      /usr/bin/memcached -l 127.0.0.1,::1                  -> tcp 127.0.0.1:11211 usual, tcp [::1]:11211 usual
      /usr/bin/redis-server --port 0                       -> -
      /usr/bin/python3 -m http.server 8080                 -> tcp *:8080 written
      /usr/bin/python3 /srv/app.py --port 8080             -> -
      /usr/bin/socat TCP4-LISTEN:8080,fork TCP:web:80      -> tcp 0.0.0.0:8080 written
      /usr/bin/socat TCP-LISTEN:8080,bind=127.0.0.1 -      -> -
      /usr/bin/iperf3 -c other                             -> -
      /usr/bin/app --port 8080                             -> tcp *:8080 likely
      /usr/bin/app --port=8080 --host=0.0.0.0              -> tcp 0.0.0.0:8080 written
      /usr/bin/app --port 5432 --host db.example.org       -> -
      /usr/bin/app --port 5432 --host localhost            -> tcp 127.0.0.1:5432 likely
      /usr/bin/app --listen 127.0.0.1:8080                 -> tcp 127.0.0.1:8080 written
      /usr/bin/app --listen-address=[::1]:8080             -> tcp [::1]:8080 written
      /usr/bin/app --bind 10.0.0.1 --port 8080             -> tcp 10.0.0.1:8080 written
      /usr/bin/app --listen /run/x.sock                    -> unix /run/x.sock written
      /usr/bin/app --listen fd:// --port 80                -> tcp *:80 likely
      /usr/bin/app --listen 99999                          -> -
      /usr/bin/app --port ${PORT}                          -> tcp *:8081 likely
      /usr/bin/app --port $PORT                            -> tcp *:8081 likely
      /usr/bin/app --port ${OTHER}                         -> -
      /usr/bin/app --port                                  -> -
      /bin/sh -c 'app --port 8080'                         -> -
      /etc/init.d/nginx start                              -> -
      """;

  @TestFactory
  Stream<DynamicTest> sockets() {
    return cases(SOCKETS, text -> machine("a.socket", "[Socket]|" + text), false);
  }

  @TestFactory
  Stream<DynamicTest> commands() {
    return cases(
        COMMANDS,
        text -> machine("a.service", "[Service]|Environment=PORT=8081|ExecStart=" + text),
        true);
  }

  private interface Making {
    Machine of(String text);
  }

  private static Stream<DynamicTest> cases(String cases, Making making, boolean evidence) {
    return cases
        .lines()
        .map(line -> line.split(" +-> "))
        .map(c -> dynamicTest(c[0], () -> assertEquals(c[1], listed(making.of(c[0]), evidence))));
  }

  private static Machine machine(String name, String lines) {
    var tree = new MemoryTree().file("/etc/systemd/system/" + name, lines.replace('|', '\n'));
    if (name.endsWith(".socket")) {
      tree.file("/etc/systemd/system/a.service", "[Service]\nExecStart=/x\n");
    }
    return new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
  }

  private static String listed(Machine machine, boolean evidence) {
    String all =
        Ports.of(machine, machine.units()).all().stream()
            .map(
                l ->
                    l.endpoint().word()
                        + " "
                        + l.address()
                        + (evidence ? " " + l.evidence().word() : ""))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "-" : all;
  }

  @Test
  void whoIsStarted() {
    var tree =
        new MemoryTree()
            .file("/etc/systemd/system/a.socket", "[Socket]\nListenStream=1\nAccept=yes\n")
            .file("/etc/systemd/system/a@.service", "[Service]\nUser=u\nExecStart=-/usr/bin/a\n")
            .file("/etc/systemd/system/b@.socket", "[Socket]\nListenStream=2%i\n")
            .link("/etc/systemd/system/x.wants/b@7.socket", "../b@.socket")
            .file("/etc/systemd/system/c.socket", "[Socket]\nListenStream=3\nService=d.service\n")
            .file("/etc/systemd/system/d.service", "[Service]\nDynamicUser=yes\nExecStart=/d\n")
            .link("/etc/systemd/system/e.socket", "/dev/null");
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION));
    var told =
        Ports.of(machine, machine.units()).all().stream()
            .map(l -> l.name() + " " + l.address() + " " + l.starts().what() + " " + user(l))
            .toList();
    assertEquals(
        List.of(
            "a.socket *:1 a@.service u /usr/bin/a",
            "c.socket *:3 d.service d /d",
            "b@7.socket *:27 b@7.service  ",
            "b@.socket 2%i b@.service  "),
        told);
  }

  private static String user(Listening listening) {
    return listening.starts().user() + " " + listening.starts().program();
  }

  @Test
  void kernelParametersCount() {
    var tree =
        new MemoryTree()
            .file("/etc/systemd/system/a.socket", "[Socket]\nListenStream=1\n")
            .file("/etc/systemd/system/a.service", "[Service]\nExecStart=/a\n")
            .file("/usr/lib/sysctl.d/10.conf", "net.ipv6.bindv6only = 0\n")
            .file("/etc/sysctl.d/20.conf", "# all\n-net/ipv6/bindv6only=1\n");
    assertEquals(
        "tcp [::]:1", listed(new Machine(tree, Setup.machine(Scope.SYSTEM, VERSION)), false));
  }

  @Test
  void nothingOfTheHostIsReadForLooseFiles() {
    var tree =
        new MemoryTree()
            .file("/w/a.socket", "[Socket]\nListenStream=13\n")
            .file("/etc/services", "daytime 13/tcp\n")
            .file("/etc/xinetd.conf", "service x\n{\n}\n")
            .file("/etc/sysctl.conf", "net.ipv6.bindv6only = 1\n");
    var machine = new Machine(tree, Setup.folders(Scope.SYSTEM, VERSION, List.of("/w")));
    var all = Ports.of(machine, machine.units()).all();
    assertEquals(1, all.size());
    assertEquals("", all.get(0).portName().orElse(""));
    assertEquals("*:13", all.get(0).address().toString());
  }

  /** The order in which units are given changes nothing, and overlapping goes both ways. */
  @Test
  void laws() {
    var random = new Random(7);
    for (int i = 0; i < TREES; i++) {
      var machine = new Machine(invented(random), Setup.machine(Scope.SYSTEM, VERSION));
      var units = new ArrayList<>(machine.units());
      var first = Ports.of(machine, units);
      Collections.shuffle(units, random);
      var second = Ports.of(machine, units);
      assertEquals(told(first), told(second));
      long pairs = 0;
      for (Listening one : first.all()) {
        for (Listening other : first.all()) {
          var overlap = one.endpoint().overlap(other.endpoint());
          assertEquals(overlap, other.endpoint().overlap(one.endpoint()));
          boolean xinetd = one.activation() == other.activation() && isXinetd(one);
          pairs += one != other && overlap.isPresent() && !xinetd ? 1 : 0;
        }
      }
      assertEquals(pairs, 2L * first.collisions().size());
    }
  }

  private static boolean isXinetd(Listening listening) {
    return listening.activation() == Activation.XINETD;
  }

  private static List<String> told(Ports ports) {
    var told = new ArrayList<String>();
    ports.all().forEach(l -> told.add(l.name() + " " + l.endpoint()));
    ports
        .collisions()
        .forEach(
            c -> told.add(c.first().name() + " " + c.second().name() + " " + c.second().place()));
    return told;
  }

  private static MemoryTree invented(Random random) {
    var tree = new MemoryTree();
    var hosts = List.of("", "0.0.0.0:", "127.0.0.1:", "[::]:", "[::1]:");
    var lines = List.of("ListenStream=", "ListenDatagram=");
    var extras =
        List.of("", "BindIPv6Only=ipv6-only\n", "ReusePort=yes\n", "BindToDevice=eth0\n", "");
    var written = new TreeMap<String, String>();
    for (int i = 0; i < 6; i++) {
      var text = new StringBuilder("[Socket]\n").append(pick(extras, random));
      for (int k = 0; k < 3; k++) {
        int port = 80 + random.nextInt(2);
        text.append(pick(lines, random)).append(pick(hosts, random)).append(port).append('\n');
      }
      written.put("u" + i + ".socket", text.toString());
      written.put("u" + i + ".service", "[Service]\nExecStart=/usr/bin/x --listen :80\n");
    }
    written.forEach((name, text) -> tree.file("/etc/systemd/system/" + name, text));
    tree.file(
        "/etc/xinetd.conf",
        "service x\n{\ntype = UNLISTED\nport = 80\nsocket_type = stream\nwait = no\nuser = root\n"
            + "redirect = a 1\n}\n");
    return tree;
  }

  private static String pick(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
