package org.unitlint.host.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each attribute becomes the lines that do the same. */
class ConverterTest {
  private static String[] unlisted(String lines) {
    var all = new ArrayList<>(List.of("type = UNLISTED", "port = 9000"));
    all.addAll(Arrays.asList(lines.split(" & ")));
    return all.toArray(String[]::new);
  }

  private static Conversions converted(String lines, int version) {
    return Services.converted(Services.stream("x", unlisted(lines)), version);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nice = 1 | socket | ListenStream=9000 & BindIPv6Only=both & Accept=yes",
        "nice = 1 | socket | MaxConnections=100000",
        "instances = 7 | socket | MaxConnections=7",
        "instances = 4294967297 | socket | MaxConnections=1",
        "per_source = 3 | socket | MaxConnectionsPerSource=3",
        "flags = IPv4 | socket | ListenStream=0.0.0.0:9000",
        "flags = IPv6 | socket | ListenStream=9000 & BindIPv6Only=both",
        "v6only = no | socket | ListenStream=9000 & BindIPv6Only=ipv6-only",
        "bind = 192.0.2.1 | socket | ListenStream=192.0.2.1:9000 & FreeBind=yes",
        "bind = 127.0.0.1 | socket | ListenStream=127.0.0.1:9000",
        "bind = 2001:db8::1 | socket | ListenStream=[2001:db8::1]:9000 & FreeBind=yes",
        "bind = fe80::1%eth0 | socket | ListenStream=[fe80::1]:9000%%eth0",
        "bind = 127.0.0.1 & flags = IPv6 | socket | ListenStream=9000 & BindIPv6Only=both",
        "flags = NODELAY KEEPALIVE | socket | NoDelay=yes & KeepAlive=yes",
        "flags = LABELED | socket | SELinuxContextFromNet=yes",
        "cps = 25 30 | socket | PollLimitBurst=25 & PollLimitIntervalSec=1s",
        "cps = 200 30 | socket | PollLimitBurst=200 & TriggerLimitBurst=400",
        "cps = 0 30 | socket | TriggerLimitBurst=0 & PollLimitBurst=0",
        "protocol = sctp | socket | SocketProtocol=sctp",
        "server_args = -v | service | ExecStart=-/bin/cat -v",
        "flags = NAMEINARGS & server_args = dog -v | service | ExecStart=-@/bin/cat dog -v",
        "flags = NAMEINARGS & server_args = cat -v | service | ExecStart=-/bin/cat -v",
        "server_args = dog -v & flags = NAMEINARGS | service | ExecStart=-@/bin/cat dog -v",
        "group = tty | service | Group=tty",
        "umask = 7 | service | UMask=0007",
        "nice = 50 | service | Nice=19",
        "rlimit_as = 32m | service | LimitAS=32M",
        "rlimit_cpu = UNLIMITED | service | LimitCPU=infinity",
        "rlimit_files = +007 | service | LimitNOFILE=7",
        "rlimit_rss = 0 | service | StandardInput=socket",
        "env = A=1 B=%h$X | service | Environment=A=1 & Environment=B=%%h$X",
        "passenv = LANG TZ | service | PassEnvironment=LANG TZ",
      })
  void attributesBecomeSettings(String lines, String unit, String expected) {
    var text =
        Services.text(
            converted(lines, Services.VERSION), unit.equals("socket") ? "x.socket" : "x@.service");
    for (String line : expected.split(" & ")) {
      assertTrue(text.lines().anyMatch(line::equals), () -> line + " is not in\n" + text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access_times = 8:00-9:00",
        "max_load = 2.5",
        "banner = /etc/issue",
        "banner_fail = /etc/issue",
        "flags = IDONLY",
        "only_from = host.example.org",
      })
  void whatIsLostIsSaid(String line) {
    var found = converted(line, Services.VERSION).conversions().get(0);
    assertEquals(Exactness.NONE, found.exactness());
    assertTrue(found.socket().text().contains("#   " + line.replace("flags = ", "")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type = INTERNAL|xinetd answers it by itself, and systemd has no such service",
        "instances = 0|it serves nobody, by `instances = 0`",
        "per_source = 0|it serves nobody, by `per_source = 0`",
        "max_load = -1|it serves nobody, by a `max_load` below zero",
        "bind = gw.example.org|systemd binds to addresses only, and `gw.example.org` is a name that"
            + " is not in `/etc/hosts`",
        "socket_type = raw|systemd has no socket of the type raw over tcp",
        "nice = x|xinetd drops it: `nice` cannot be `x`",
        "user = 65535|systemd takes no user of the name 65535",
      })
  void whatCannotBeIsRefused(String line, String reason) {
    String text =
        Services.stream("echo", line)
            .replaceFirst(line.startsWith("user") ? "user = root\n\t" : "(?!)", "")
            .replaceFirst(
                line.startsWith("socket_type") ? "socket_type = stream\n" : "(?!)",
                "protocol = tcp\n");
    var found = Services.converted(text, Services.VERSION);
    assertEquals(List.of(), found.conversions());
    assertEquals(reason, found.refusals().get(0).reason());
  }

  @Test
  void olderVersionsAreNotAskedForWhatTheyLack() {
    String socket = Services.text(converted("cps = 25 30", 252), "x.socket");
    assertFalse(socket.contains("PollLimitBurst=2"), socket);
    assertTrue(socket.contains("#   cps = 25 30: "), socket);
    String old = Services.text(converted("only_from = 10.0.0.1 & per_source = 2", 229), "x.socket");
    assertFalse(old.lines().anyMatch(l -> l.startsWith("IPAddress")), old);
    assertFalse(old.lines().anyMatch(l -> l.startsWith("MaxConnectionsPerSource")), old);
  }

  @Test
  void redirectionsAreDoneByTheProxy() {
    String text =
        "service x\n{\n\ttype = UNLISTED\n\tport = 80\n\tsocket_type = stream\n\twait = no\n"
            + "\tuser = www\n\tredirect = 2001:db8::2 8080\n\tinstances = 9\n}\n";
    var found = Services.converted(text, Services.VERSION);
    String service = Services.text(found, "x.service");
    assertTrue(
        service.contains(
            "ExecStart=/usr/lib/systemd/systemd-socket-proxyd --connections-max=9"
                + " [2001:db8::2]:8080\n"),
        service);
    assertTrue(service.contains("Requires=x.socket\nAfter=x.socket\n"), service);
    assertTrue(Services.text(found, "x.socket").contains("Accept=no\n"));
  }

  @Test
  void linesBehindDisableCountForAServiceThatIsConverted() {
    var found =
        Services.converted(
            Services.stream("x", "disable = yes", "type = UNLISTED", "port = 9000", "nice = 4"),
            Services.VERSION);
    assertTrue(found.conversions().get(0).disabled());
    assertTrue(Services.text(found, "x@.service").contains("Nice=4\n"));
  }

  @Test
  void ofServicesWithOnePortTheFirstThatIsServedIsConverted() {
    var found =
        Services.converted(
            Services.stream("a", unlisted("disable = yes"))
                + Services.stream("b", unlisted("nice = 1"))
                + Services.stream("c", unlisted("disable = yes")),
            Services.VERSION);
    assertEquals(1, found.conversions().size());
    assertEquals("b", found.conversions().get(0).service().id());
    assertEquals(
        List.of("service `b` has its port already", "service `b` has its port already"),
        found.refusals().stream().map(Refusal::reason).toList());
  }

  @Test
  void exactnessIsThatOfTheWorstNote() {
    var converter = new Converter(Services.VERSION);
    var services =
        Services.read(
            Services.stream("x", unlisted("nice = 1"))
                + Services.stream("y", "type = UNLISTED", "port = 2", "cps = 5 5")
                + Services.stream("z", "type = UNLISTED", "port = 3", "max_load = 3")
                + Services.stream("echo", "type = INTERNAL"));
    assertEquals(
        List.of(
            Optional.of(Exactness.EXACT),
            Optional.of(Exactness.APPROXIMATE),
            Optional.of(Exactness.NONE),
            Optional.empty()),
        services.stream().map(converter::exactness).toList());
  }
}
