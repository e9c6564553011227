package org.unitlint.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".service",
        "@.service",
        "@a.service",
        "a",
        "a.",
        "a.conf",
        "a.Service",
        "a b.service",
        "a/b.service",
        "é.service",
        "a,b.service",
        "a!b.service",
        "a.snapshot",
        "a@b",
        "$a.service"
      })
  void isNoName(String text) {
    assertEquals(Optional.empty(), UnitName.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "-.mount, -, none, MOUNT",
    "a.b.c.target, a.b.c, none, TARGET",
    "a@.service, a, '', SERVICE",
    "a@b@c.service, a, b@c, SERVICE",
    "a@@b.service, a, @b, SERVICE",
    "'dev-disk-by\\x2duuid-1.swap', 'dev-disk-by\\x2duuid-1', none, SWAP"
  })
  void hasParts(String text, String prefix, String instance, String type) {
    var name = UnitName.parse(text).orElseThrow();
    assertEquals(prefix, name.prefix());
    assertEquals(instance, name.instance().orElse("none"));
    assertEquals(type, name.type().name());
    assertEquals(text, name.toString());
  }

  @Test
  void isAtMost255BytesLong() {
    assertTrue(UnitName.parse("a".repeat(247) + ".service").isPresent());
    assertTrue(UnitName.parse("a".repeat(248) + ".service").isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', -",
    "/, -, -",
    "a b, 'a\\x20b', 'a\\x20b'",
    "/foo/bar, -foo-bar, foo-bar",
    "foo.bar/, foo.bar-, foo.bar",
    "/a//b/, -a--b-, a-b",
    ".x, '\\x2ex', '\\x2ex'",
    "é, '\\xc3\\xa9', '\\xc3\\xa9'",
    "a:b_c.d, a:b_c.d, a:b_c.d",
    "-, '\\x2d', '\\x2d'",
    "'a\\', 'a\\x5c', 'a\\x5c'"
  })
  void isMadeByEscaping(String text, String escaped, String asPath) {
    assertEquals(escaped, Escape.escape(text));
    assertEquals(asPath, Escape.escapePath(text));
    assertEquals(Optional.of(text), Escape.unescape(escaped));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\", "\\x", "\\x2", "\\y20", "\\xgg"})
  void isNotAlwaysAnEscapedText(String text) {
    assertEquals(Optional.empty(), Escape.unescape(text));
  }
}
