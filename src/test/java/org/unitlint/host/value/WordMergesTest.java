package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.catalog.Catalog;

/** What several lines of one directive mean together. */
class WordMergesTest {
  private static final Catalog CATALOG = Catalog.standard();

  private static <T> List<T> lines(Class<T> type, String directive, String... values) {
    var lines = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      lines[i] = directive + "=" + values[i];
    }
    var unit = WordValues.service(252, lines);
    return unit.values().lines(unit.unit(), "Service", directive, type);
  }

  private static Optional<SyscallFilter> filter(String... values) {
    return SyscallFilter.merge(
        lines(SyscallFilter.class, "SystemCallFilter", values),
        CATALOG.syscalls().of("@default", 252));
  }

  @Test
  void firstLineDecidesTheKindOfAFilter() {
    var allow = filter("read write", "~write", "swapon").orElseThrow();
    assertTrue(allow.allow());
    assertTrue(allow.allows("read") && allow.allows("swapon") && allow.allows("execve"));
    assertFalse(allow.allows("write"));
    var deny = filter("~@swap", "swapon", "~reboot").orElseThrow();
    assertFalse(deny.allow());
    assertEquals(Set.of("swapoff", "reboot"), deny.calls().keySet());
    assertTrue(deny.allows("swapon") && deny.allows("execve"));
  }

  @Test
  void anErrorInAListOfAllowedCallsRefusesThem() {
    var filter = filter("read", "~write:EPERM").orElseThrow();
    assertFalse(filter.allows("write"));
    assertTrue(filter.calls().containsKey("write"));
  }

  @Test
  void anEmptyLineResets() {
    assertEquals(Optional.empty(), filter("read", ""));
    assertFalse(filter("read", "", "~write").orElseThrow().allow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "CAP_CHOWN; CAP_KILL; 33; 33",
        "~CAP_CHOWN; -; -2; -2",
        "CAP_CHOWN; ^; 0; 0",
        "^; CAP_CHOWN; 1; 1",
        "CAP_CHOWN; ~; -1; -1",
        "CAP_CHOWN CAP_KILL; ~CAP_KILL; 1; 1",
        "~CAP_CHOWN; CAP_CHOWN; -1; -1",
        "CAP_FOO; -; 0; 0",
      })
  void joinsCapabilities(String first, String second, long bounding, long ambient) {
    assertEquals(bounding, capabilities("CapabilityBoundingSet", first, second, Capabilities.ALL));
    assertEquals(ambient, capabilities("AmbientCapabilities", first, second, 0));
  }

  private static long capabilities(String directive, String first, String second, long initial) {
    String one = directive + "=" + first.replace("^", "");
    var unit =
        second == null
            ? WordValues.service(252, one)
            : WordValues.service(252, one, directive + "=" + second.replace("^", ""));
    return Capabilities.merge(
        Capabilities.lines(unit.unit(), "Service", directive, unit.values()), initial);
  }

  @Test
  void withoutALineAllCapabilitiesStay() {
    assertTrue(Capabilities.has(Capabilities.merge(List.of(), -1), "CAP_BPF", CATALOG));
    assertFalse(Capabilities.has(0, "CAP_BPF", CATALOG));
  }

  @Test
  void joinsAddressFamilies() {
    var families = families("AF_INET AF_UNIX", "~AF_INET", "AF_CAN");
    assertEquals(Set.of("AF_CAN", "AF_UNIX"), families.families());
    assertTrue(families.allows("AF_CAN"));
    assertFalse(families.allows("AF_INET"));
    assertTrue(families("none", "~AF_INET").allows("AF_CAN"));
    assertFalse(families("~AF_INET", "none").allows("AF_CAN"));
  }

  private static AddressFamilies families(String... values) {
    return AddressFamilies.merge(lines(AddressFamilies.class, "RestrictAddressFamilies", values))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "no; user; [mnt, net, user]",
        "yes; user; [user]",
        "user; net; [net, user]",
        "~user; ~net; [mnt]",
        "~user; user; [mnt, net, user]",
        "user net; ~net; [user]",
        "user; no; [mnt, net, user]",
        "user; foo; [user]",
      })
  void joinsNamespaces(String first, String second, String allowed) {
    SortedSet<String> all = new TreeSet<>(Set.of("user", "net", "mnt"));
    var lines = lines(Namespaces.class, "RestrictNamespaces", first, second);
    assertEquals(allowed, Namespaces.allowed(lines, all).toString());
  }

  @Test
  void joinsTheRest() {
    var codes =
        ExitStatuses.merge(lines(ExitStatuses.class, "SuccessExitStatus", "1 HUP", "2 TERM"));
    assertEquals("ExitStatuses[codes=[1, 2], signals=[1, 15]]", codes.toString());
    var systems =
        FileSystems.merge(lines(FileSystems.class, "RestrictFileSystems", "ext4 xfs", "~xfs"));
    assertEquals(Set.of("ext4"), systems.orElseThrow().types());
    var filter =
        CoredumpFilter.merge(lines(CoredumpFilter.class, "CoredumpFilter", "elf-headers", "1"));
    assertEquals(17, filter.bits());
    var delegate = Choices.merge(lines(Choices.class, "Delegate", "cpu", "io"));
    assertEquals("Choices[flag=Optional[true], words=[cpu, io]]", delegate.toString());
    var off = Choices.merge(lines(Choices.class, "Delegate", "cpu", "no"));
    assertEquals(Optional.of(false), off.flag());
  }
}
