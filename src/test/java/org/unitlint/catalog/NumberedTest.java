package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class NumberedTest {
  private final Catalog catalog = Catalog.standard();

  @Test
  void findsInAnyCase() {
    assertEquals(OptionalInt.of(12), catalog.addressFamilies().numberInAnyCase("af_decNET"));
    assertEquals(Optional.of("AF_DECnet"), catalog.addressFamilies().inAnyCase("AF_DECNET"));
    assertEquals(OptionalInt.empty(), catalog.errnos().number("eperm"));
    assertEquals(OptionalInt.of(1), catalog.errnos().numberInAnyCase("eperm"));
    assertEquals(OptionalInt.empty(), catalog.signals().numberInAnyCase("SIGTERM"));
  }

  @Test
  void namesTheUsualOne() {
    assertEquals(Optional.of("AF_UNIX"), catalog.addressFamilies().name(1));
    assertEquals(Optional.of("AF_NETLINK"), catalog.addressFamilies().name(16));
    assertEquals(Optional.of("CAP_BPF"), catalog.capabilities().name(39));
    assertEquals(Optional.of("TEMPFAIL"), catalog.exitStatuses().name(75));
    assertEquals(Optional.empty(), catalog.signals().name(34));
  }

  @Test
  void synonymsAreOfAnyCase() {
    assertEquals(Optional.of("err"), catalog.synonym("LogLevel", "ERROR"));
    assertEquals(Optional.empty(), catalog.synonym("LogLevel", "info"));
    assertEquals(Optional.empty(), catalog.synonym("Nothing", "x"));
  }
}
