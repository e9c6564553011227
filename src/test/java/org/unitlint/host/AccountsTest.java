package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.source.MemoryTree;

class AccountsTest {
  private static MemoryTree machine() {
    return new MemoryTree()
        .file(
            "/etc/passwd", "root:x:0:0::/root:/bin/sh\n#old:x:1:1::/:/bin/sh\n+nis\nwww:x:33:33:::")
        .file("/etc/group", "root:x:0:\nwww:x:33:\naudio:x:29:www\n")
        .file("/usr/lib/passwd", "altuser:x:900:900::/:/bin/false\n")
        .file("/etc/nsswitch.conf", "passwd: files [SUCCESS=return] systemd # sss\nhosts: dns\n")
        .file(
            "/usr/lib/sysusers.d/app.conf",
            "# a\nu app - \"App\"\ng lonely -\n  m tom crew\nr - 1-9\n")
        .file("/etc/sysusers.d/hidden.conf", "")
        .file("/usr/lib/sysusers.d/hidden.conf", "u! hidden -\n")
        .file("/usr/lib/sysusers.d/README", "u readme -\n")
        .file("/usr/lib/userdb/json.user", "{}")
        .file("/usr/lib/userdb/team.group", "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "root, true, true",
    "www, true, true",
    "audio, false, true",
    "old, false, false",
    "altuser, true, false",
    "app, true, true",
    "lonely, false, true",
    "tom, true, false",
    "crew, false, true",
    "hidden, false, false",
    "readme, false, false",
    "json, true, true",
    "team, false, true",
    "4711, true, true",
    "47a, false, false",
  })
  void accountsOfFilesAndOfSystemd(String name, boolean user, boolean group) {
    var accounts = Accounts.of(machine());
    assertEquals(user, accounts.mayHaveUser(name));
    assertEquals(group, accounts.mayHaveGroup(name));
  }

  @Test
  void withoutAListOfUsersAnybodyMayBeThere() {
    var accounts = Accounts.of(new MemoryTree().file("/etc/group", "root:x:0:\n"));
    assertTrue(accounts.mayHaveUser("app"));
    assertTrue(!accounts.mayHaveGroup("app"));
  }

  @Test
  void accountsOfANetworkAreNotKnown() {
    var accounts = Accounts.of(machine().file("/etc/nsswitch.conf", "group:files ldap\n"));
    assertTrue(accounts.mayHaveUser("anybody") && accounts.mayHaveGroup("anybody"));
  }
}
