package org.unitlint.host.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNamesTest {
  @ParameterizedTest
  @CsvSource({
    "/, -.mount",
    "/srv//data/./x/, srv-data-x.mount",
    "/srv/a-b, srv-a\\x2db.mount",
    "/.cache, \\x2ecache.mount",
    "/a@b c, a\\x40b\\x20c.mount",
    "rel/path, rel-path.mount",
    "/a/../b, ''",
    "/a/.., ''"
  })
  void comeOfPaths(String path, String name) {
    assertEquals(name, UnitNames.ofPath(path, ".mount").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "x, x.mount",
    "x.socket, x.socket",
    "/srv/x, srv-x.mount",
    "/dev/sdq, dev-sdq.device",
    "/a/../b, -a-..-b.mount",
    "a b, a\\x20b.mount",
    "'', ''"
  })
  void comeOfWhatIsWritten(String text, String name) {
    assertEquals(name, UnitNames.mangle(text, ".mount").orElse(""));
  }

  @Test
  void longOnesAreCutAndHashed() {
    String path = "/" + "a".repeat(120) + "/" + "b".repeat(168);
    String name = UnitNames.ofPath(path, ".mount").orElseThrow();
    assertEquals("_5d446f403b2c1aa7.mount", name.substring(name.indexOf('_')));
    assertEquals(255, name.length());
    assertTrue(UnitNames.serviceOfPath("systemd-fsck", path).isEmpty());
  }
}
