package org.unitlint.host.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.host.UnitName;

/** Units are called after the ids of their services. */
class UnitNamesTest {
  @ParameterizedTest
  @CsvSource({
    "telnet,telnet",
    "time-stream,time-stream",
    "a/b,a-b",
    "a@b,a\\x40b",
    "a\\b,a\\x5cb",
    ".a,\\x2ea",
    "a.socket,a.socket",
    "a%b,a\\x25b",
    "\u00E4,\\xc3\\xa4",
    "\uDCE4,\\xe4",
    "a+b,a\\x2bb",
  })
  void idsAreEscaped(String id, String stem) {
    assertEquals(stem, UnitNames.stem(id));
    assertTrue(UnitName.parse(stem + ".socket").isPresent());
    assertTrue(UnitName.parse(stem + "@.service").filter(UnitName::isTemplate).isPresent());
  }

  private static List<String> sockets(String text) {
    return Services.converted(text, Services.VERSION).conversions().stream()
        .map(c -> c.socket().name())
        .toList();
  }

  private static String dgram(String name, String... lines) {
    return Services.stream(name, lines)
        .replace("socket_type = stream\n\twait = no", "socket_type = dgram\n\twait = yes");
  }

  @Test
  void typesTellServicesOfOneNameApart() {
    assertEquals(
        List.of("ntp-stream.socket", "ntp-dgram.socket"),
        sockets(Services.stream("ntp", "port = 123") + dgram("ntp", "port = 123")));
  }

  @Test
  void portsTellServicesOfOneIdApart() {
    String a = Services.stream("a", "id = x", "type = UNLISTED", "port = 1");
    String b = Services.stream("b", "id = x", "type = UNLISTED", "port = 2");
    assertEquals(List.of("x-1.socket", "x-2.socket"), sockets(a + b));
  }

  @Test
  void namesOfOthersAreLeftToThem() {
    String a = Services.stream("a", "id = x", "type = UNLISTED", "port = 1");
    String b = Services.stream("b", "id = x", "type = UNLISTED", "port = 2");
    String c = Services.stream("c", "id = x-2", "type = UNLISTED", "port = 3");
    assertEquals(List.of("x-1.socket", "x-3.socket", "x-2.socket"), sockets(a + b + c));
  }
}
