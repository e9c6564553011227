package org.unitlint.rule.xinetd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.Programs;
import org.unitlint.source.MemoryTree;

/** Which server is meant by a path where none is. */
class ServerNamesTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "/usr/sbin/in.telentd, telnet, /usr/sbin/in.telnetd",
        "/usr/sbin/in.telnet, telnet, /usr/sbin/in.telnetd",
        "/usr/sbin/in.tfptd, tftp, /usr/sbin/in.tftpd",
        "/usr/sbin/vsfptd, ftp, /usr/sbin/vsftpd",
        "/usr/sbin/in.fingred, finger, /usr/sbin/in.fingerd",
        "/usr/sbin/in.telnetd, telnet, -",
        "/usr/sbin/in.ftpd, tftp, -",
        "/usr/bin/netcat, demo, -",
        "/usr/bin/rsync3, rsync, -",
        "/usr/sbin/nrpe3, nrpe, -",
        "/usr/sbin/sshd-session, ssh, -",
        "/usr/bin/cat, demo, -",
        "/usr/bin/gitd, demo, -",
        "/x, demo, -",
        "/, demo, -"
      })
  void wellKnownServersAreGuessedOnlyFromSlips(String path, String service, String meant) {
    var names = new ServerNames(Programs.of(new MemoryTree()));
    assertEquals(
        Optional.ofNullable(meant),
        names.wellKnown(path, service).map(ServerNames.Found::path),
        path);
  }

  @Test
  void programsOfTheMachineComeFirst() {
    var tree = new MemoryTree().program("/usr/sbin/in.telnetd").program("/opt/bin/mydaemon-server");
    var names = new ServerNames(Programs.of(tree));
    assertEquals("/usr/sbin/in.telnetd", path(names, "/usr/sbin/in.telentd", "telnet"));
    assertEquals("/usr/sbin/in.telnetd", path(names, "/usr/libexec/in.telnetd", "telnet"));
    assertEquals("/usr/sbin/in.telnetd", path(names, "/opt/in.telentd", "telnet"));
    assertEquals("/opt/bin/mydaemon-server", path(names, "/opt/bin/mydaemon-sever", "demo"));
    assertEquals("", path(names, "/opt/bin/other", "demo"));
  }

  private static String path(ServerNames names, String written, String service) {
    return names.meant(written, service).map(ServerNames.Found::path).orElse("");
  }
}
