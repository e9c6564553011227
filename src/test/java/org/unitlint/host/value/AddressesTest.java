package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.host.UnitName;
import org.unitlint.source.MemoryTree;

/** What is read from addresses, and what each wrong one is mended to. */
class AddressesTest {
  private static Parsed<?> read(String directive, String value) {
    String section = directive.substring(0, directive.indexOf('.'));
    String name = directive.substring(directive.indexOf('.') + 1);
    String file = "shop." + section.toLowerCase(Locale.ROOT);
    var tree =
        new MemoryTree()
            .file("/etc/systemd/system/" + file, "[" + section + "]\n" + name + "=" + value + "\n");
    var machine = new Machine(tree, Setup.machine(Scope.SYSTEM, 257));
    var unit = machine.unit(UnitName.parse(file).orElseThrow());
    var settings = unit.settings().all();
    return settings.isEmpty()
        ? Parsed.unknown()
        : machine.values().read(settings.get(0), unit.name());
  }

  /** The effects of the flaws, each with what the place is mended to; a bar ends a line. */
  private static String said(Parsed<?> parsed) {
    return parsed.flaws().stream()
        .map(
            f ->
                f.effect()
                    + f.fix().map(x -> " " + x.edits().get(0).text().replace('\n', '|')).orElse(""))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0x50 | IP  null 80 ",
        "8080 | IP  null 8080 ",
        "192.0.2.1:80 | IP  192.0.2.1 80 ",
        "[2001:DB8:0:0:1:0:0:1]:80 | IP  2001:db8::1:0:0:1 80 ",
        "[::ffff:192.0.2.1]:80 | IP  ::ffff:c000:201 80 ",
        "[fe80::1]:80%%eth0 | IP  fe80::1 80 eth0",
        "vsock::1024 | VSOCK  null 1024 ",
        "vsock-stream:2:80 | VSOCK 2 null 80 ",
        "@shop | ABSTRACT shop null 0 ",
        "/run/%N.sock | PATH /run/shop.sock null 0 ",
      })
  void socketsListenOn(String value, String expected) {
    var address = (SocketAddress) read("Socket.ListenStream", value).value().orElseThrow();
    String host = address.host().map(IpAddress::toString).orElse("null");
    assertEquals(
        expected.strip(),
        (address.kind()
                + " "
                + address.path()
                + " "
                + host
                + " "
                + address.port()
                + " "
                + address.device())
            .strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "*:80 ! LINE 80",
        ":80 ! LINE 80",
        "localhost:80 ! LINE 127.0.0.1:80",
        "localhost ! LINE",
        "::1:80 ! LINE [::1]:80",
        "::1 ! LINE",
        "[::1] ! LINE",
        "[::1]:http ! LINE",
        "127.0.0.1 ! LINE",
        "127.0.0.1: ! LINE",
        "0 ! LINE",
        "65536 ! LINE",
        "-1 ! LINE",
        "99999999999999999999999 ! LINE",
        "010 ! SILENT",
        "80 443 ! LINE 80|ListenStream=443",
        "80,443 ! LINE 80|ListenStream=443",
        "80/tcp ! LINE 80",
        "tcp://*:80/ ! LINE 80",
        "unix:///run/x ! LINE /run/x",
        "\"/run/x\" ! LINE /run/x",
        "run/x.sock ! LINE /run/x.sock",
        "x.sock ! LINE",
        "[fe80::1%%eth0]:80 ! LINE [fe80::1]:80%%eth0",
        "vsock:2 ! LINE",
        "@ ! LINE",
        "/ ! LINE",
        "/run/a /run/b ! SILENT",
        "% ! LINE",
      })
  void socketsAreMended(String value, String expected) {
    assertEquals(expected, said(read("Socket.ListenStream", value)));
  }

  @Test
  void pathsOfSocketsAreShort() {
    assertTrue(read("Socket.ListenStream", "/" + "x".repeat(106)).isTaken());
    assertEquals("LINE", said(read("Socket.ListenStream", "/" + "x".repeat(107))));
    assertEquals("LINE", said(read("Socket.ListenStream", "/" + "ä".repeat(54))));
    assertTrue(read("Socket.ListenStream", "@" + "x".repeat(106)).isTaken());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "10.0.0.0/8 ! [10.0.0.0/8] ! ''",
        "any ! [0.0.0.0/0, ::/0] ! ''",
        "LocalHost ! [127.0.0.0/8, ::1/128] ! ''",
        "::1 ! [::1/128] ! ''",
        "10.0.0.1/8 ! [10.0.0.0/8] ! SILENT 10.0.0.0/8",
        "0.0.0.0 ! [0.0.0.0/32] ! SILENT 0.0.0.0/0",
        "10.0.0.0 ! [10.0.0.0/32] ! SILENT",
        "192.0.2.1 x ::/129 ! [192.0.2.1/32] ! WORD, WORD",
        "10/8 ! [] ! WORD 10.0.0.0/8",
        "10.1.* ! [] ! WORD 10.1.0.0/16",
        "10.0.0.0/255.128.0.0 ! [] ! WORD 9",
        "10.0.0.0/255.0.255.0 ! [] ! WORD",
        "10.0.0.1,10.0.0.2 ! [] ! WORD 10.0.0.1 10.0.0.2",
        "[::1] ! [] ! WORD ::1",
      })
  void ranges(String value, String prefixes, String flaws) {
    var parsed = read("Service.IPAddressAllow", value);
    assertEquals(prefixes, parsed.value().orElseThrow().toString());
    assertEquals(flaws, said(parsed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "any ! 1-65535",
        "80 ! 80-80",
        "ipv6:TCP:8000-8010 ! ipv6 tcp 8000-8010",
        "udp:any ! udp 1-65535",
      })
  void portRules(String value, String expected) {
    var rule = (SocketBindRule) read("Service.SocketBindAllow", value).value().orElseThrow();
    String text =
        (rule.family() + " " + rule.protocol()).strip() + " " + rule.first() + "-" + rule.last();
    assertEquals(expected, text.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "tcp:ipv4:80 ! LINE ipv4:tcp:80",
        "53/udp ! LINE udp:53",
        "* ! LINE any",
        "any:80 ! LINE 80",
        "80 443 ! LINE 80|SocketBindAllow=443",
        "90-80 ! LINE 80-90",
        "http ! LINE",
        "tcp: ! LINE tcp",
      })
  void portRulesAreMended(String value, String expected) {
    assertEquals(expected, said(read("Service.SocketBindAllow", value)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "/dev/null ! /dev/null rwm",
        "/dev//./null  r ! /dev/null r",
        "\"/dev/my disk\" rw ! /dev/my disk rw",
        "char-pts r ! char-pts r",
      })
  void devices(String value, String expected) {
    var rule = (DeviceRule) read("Service.DeviceAllow", value).value().orElseThrow();
    assertEquals(expected, rule.device() + " " + rule.rights());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\\",
        "::::::",
        "[[[",
        "]:",
        "%%",
        "@",
        "a:b:c:d",
        "/",
        "~",
        "-",
        "é",
        "\uDC80",
        "1.2.3.4.5",
        "[]:80",
        ",",
        ", ,",
        "vsock",
        ":",
        "//"
      })
  void nothingIsThrown(String value) {
    for (String directive :
        List.of(
            "Socket.ListenStream",
            "Socket.ListenSequentialPacket",
            "Socket.ListenNetlink",
            "Socket.ListenMessageQueue",
            "Socket.BindToDevice",
            "Service.RestrictNetworkInterfaces",
            "Service.IPAddressAllow",
            "Service.SocketBindAllow",
            "Service.DeviceAllow",
            "Service.NFTSet",
            "Service.BPFProgram")) {
      read(directive, value);
      read(directive, value.repeat(20_000));
    }
  }
}
