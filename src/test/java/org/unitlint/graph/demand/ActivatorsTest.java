package org.unitlint.graph.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.graph.DependencyGraph;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;

/** What listens for what, and what it starts. */
class ActivatorsTest {
  private static final String UNITS = "/etc/systemd/system/";
  private static final String XINETD = "[Service]\nExecStart=/usr/sbin/xinetd -dontfork\n";

  private static List<Activator> in(MemoryTree tree) {
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 252));
    var graph = DependencyGraph.load(machine, DependencyGraph.everything(machine));
    return Activators.of(graph, graph.units().keySet());
  }

  private static String words(Activator activator) {
    return activator.kind().word()
        + " "
        + activator.name()
        + " "
        + activator.listens()
        + " "
        + activator.target().name()
        + (activator.each() ? " each" : "");
  }

  private static String all(MemoryTree tree) {
    return in(tree).stream().map(ActivatorsTest::words).collect(Collectors.joining("; "));
  }

  @ParameterizedTest
  @CsvSource({
    "ListenStream=22, [::]:22/tcp",
    "ListenStream=192.0.2.1:22, 192.0.2.1:22/tcp",
    "ListenStream=[2001:db8::1]:22, [2001:db8::1]:22/tcp",
    "ListenStream=[fe80::1]:22%%eth0, [fe80::1]%eth0:22/tcp",
    "ListenDatagram=69, [::]:69/udp",
    "ListenStream=/run/x, /run/x",
    "ListenStream=%t/x, /run/x",
    "ListenStream=@x, @x",
    "ListenStream=vsock:2:1234, vsock:2:1234",
    "ListenSequentialPacket=/run/x, /run/x",
    "ListenFIFO=/run//x, /run/x",
    "ListenSpecial=/dev/x, /dev/x",
    "ListenNetlink=audit 1, netlink audit 1",
    "ListenMessageQueue=/x, /x",
  })
  void socketsAreToldInOneWord(String setting, String words) {
    var tree =
        new MemoryTree()
            .file(UNITS + "x.socket", "[Socket]\n" + setting + "\n")
            .file(UNITS + "x.service", "[Service]\nExecStart=/x\n");
    assertEquals("socket x.socket [" + words + "] x.service", all(tree));
  }

  @Test
  void aSocketThatAcceptsStartsItsTemplate() {
    var tree =
        new MemoryTree()
            .file(UNITS + "x.socket", "[Socket]\nListenStream=1\nAccept=yes\n")
            .file(UNITS + "x@.service", "[Service]\nExecStart=/x\n");
    assertEquals("socket x.socket [[::]:1/tcp] x@.service each", all(tree));
    assertEquals("x@0.service", in(tree).get(0).target().unit());
  }

  @Test
  void datagramsAreNotAccepted() {
    var tree =
        new MemoryTree()
            .file(UNITS + "x.socket", "[Socket]\nListenDatagram=1\nAccept=yes\n")
            .file(UNITS + "x.service", "[Service]\nExecStart=/x\n");
    assertEquals("", all(tree));
  }

  @Test
  void timersAndPathsAreToldAsWritten() {
    var tree =
        new MemoryTree()
            .file(UNITS + "a.timer", "[Timer]\nOnCalendar=daily\nOnBootSec=1min\nUnit=x.service\n")
            .file(UNITS + "b.path", "[Path]\nPathExists=/x\nUnit=x.service\n")
            .file(UNITS + "x.service", "[Service]\nExecStart=/x\n");
    assertEquals(
        "path b.path [PathExists=/x] x.service;"
            + " timer a.timer [OnCalendar=daily, OnBootSec=1min] x.service",
        all(tree));
  }

  @Test
  void servicesOfXinetdBelongToTheUnitThatRunsIt() {
    String echo = "service echo\n{\ntype = INTERNAL\nsocket_type = dgram\nwait = yes\n}\n";
    String web =
        "service web\n{\ntype = UNLISTED\nport = 80\nsocket_type = stream\nwait = no\n"
            + "user = root\nredirect = 192.0.2.1 8080\nbind = 192.0.2.7\n}\n";
    var tree =
        new MemoryTree()
            .file(UNITS + "inet.service", XINETD)
            .file("/etc/services", "echo 7/udp\n")
            .file("/etc/passwd", "root:x:0:0::/:/bin/sh\n")
            .file("/etc/xinetd.conf", echo + web);
    assertEquals(
        "xinetd echo [[::]:7/udp] ; xinetd web [192.0.2.7:80/tcp] 192.0.2.1:8080 each", all(tree));
    assertEquals(
        List.of("inet.service"), in(tree).stream().map(Activator::unit).distinct().toList());
  }

  @Test
  void xinetdThatNothingRunsListensForNothing() {
    var tree =
        new MemoryTree()
            .file(UNITS + "x.service", "[Service]\nExecStart=/x\n")
            .file(
                "/etc/xinetd.conf",
                "service echo\n{\ntype = INTERNAL\nsocket_type = dgram\nwait = yes\n}\n");
    assertEquals("", all(tree));
  }
}
