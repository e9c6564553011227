package org.unitlint.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The tables as text: their headers, their shape, their order. */
class TableFilesTest {
  private static final Map<String, String> HEADERS =
      Map.ofEntries(
          entry(
              "directives.tsv",
              "sections directive kind kind_change list since certainty status deprecated_in"
                  + " removed_in replacement_section replacement replacement_value replacement_note"
                  + " specifiers on_invalid context man_page man_section"),
          entry("sections.tsv", "type section sections fragment template alias can_fail"),
          entry("enums.tsv", "enum value since certainty deprecated_in last_accepted"),
          entry("enum-info.tsv", "enum open booleans highest_number"),
          entry("rc-folders.tsv", "folder target"),
          entry("distributions.tsv", "distribution version"),
          entry("file-systems.tsv", "type network quota"),
          entry("number-bounds.tsv", "directive lowest highest word"),
          entry("needed-settings.tsv", "directive idle needs told note"),
          entry("default-values.tsv", "directive types default since scope needs option"),
          entry("setting-groups.tsv", "section directives whole clearing"),
          entry("programs.tsv", "program traits instead certain"),
          entry(
              "environment-variables.tsv", "variable set_by commands user_manager since certainty"),
          entry(
              "systemd-units.tsv",
              "unit defaults isolate after before requires wants conflicts binds_to part_of"),
          entry("specifiers.tsv", "specifier valid_in since certainty deprecated meaning"),
          entry("value-kinds.tsv", "kind words description examples"),
          entry("special-units.tsv", "name type scopes passive runlevels lsb_facility origin"),
          entry("lsb-facilities.tsv", "facility target"),
          entry("syscalls.tsv", "name since certainty"),
          entry("syscall-groups.tsv", "group member since certainty last_accepted"),
          entry("capabilities.tsv", "name number"),
          entry("address-families.tsv", "name number"),
          entry("errnos.tsv", "name number"),
          entry("signals.tsv", "name number"),
          entry("exit-statuses.tsv", "name number"),
          entry("synonyms.tsv", "words written meant"),
          entry("blocked-programs.tsv", "directive program with without effect"),
          entry("mount-options.tsv", "option instead"),
          entry("obsolete-units.tsv", "unit shipped note instead"),
          entry("setting-needs.tsv", "section directive needs note"),
          entry("socket-needs.tsv", "directive needs"),
          entry("ip-protocols.tsv", "name number"),
          entry("rpc-programs.tsv", "name number"),
          entry("well-known-ports.tsv", "service protocol port"),
          entry(
              "xinetd-attributes.tsv",
              "attribute id values changeable in_defaults kind merged fallback"),
          entry("xinetd-other-attributes.tsv", "attribute known_to"),
          entry("xinetd-servers.tsv", "program paths services login root_for"),
          entry("xinetd-words.tsv", "list word"),
          entry(
              "listening-programs.tsv",
              "program needs ports addresses endpoints protocols usual host"),
          entry(
              "exposure-checks.tsv",
              "check field directives weight range kind parameters usual_boot able"),
          entry("foreign-syscalls.tsv", "name"),
          entry("unlisted-syscalls.tsv", "name"),
          entry("program-needs.tsv", "program needs"),
          entry("start-times.tsv", "kind name argument micros p90 seen"),
          entry("misplaced-keys.tsv", "key written_in sections files file_section instead hint"));

  /** The cell by which a table is sorted, where it is; some have an order of their own. */
  private static final Map<String, Integer> SORTED_BY =
      Map.ofEntries(
          entry("directives.tsv", 1),
          entry("enums.tsv", 0),
          entry("enum-info.tsv", 0),
          entry("specifiers.tsv", 0),
          entry("special-units.tsv", 0),
          entry("blocked-programs.tsv", 0),
          entry("foreign-syscalls.tsv", 0),
          entry("unlisted-syscalls.tsv", 0),
          entry("program-needs.tsv", 0),
          entry("obsolete-units.tsv", 0),
          entry("socket-needs.tsv", 0),
          entry("listening-programs.tsv", 0),
          entry("misplaced-keys.tsv", 0),
          entry("lsb-facilities.tsv", 0),
          entry("syscalls.tsv", 0),
          entry("syscall-groups.tsv", 0),
          entry("capabilities.tsv", 0),
          entry("errnos.tsv", 0),
          entry("signals.tsv", 0),
          entry("exit-statuses.tsv", 0),
          entry("synonyms.tsv", 0),
          entry("rc-folders.tsv", 0),
          entry("distributions.tsv", 0),
          entry("file-systems.tsv", 0),
          entry("number-bounds.tsv", 0),
          entry("needed-settings.tsv", 0),
          entry("default-values.tsv", 0),
          entry("programs.tsv", 0),
          entry("environment-variables.tsv", 0),
          entry("systemd-units.tsv", 0),
          entry("ip-protocols.tsv", 0),
          entry("rpc-programs.tsv", 0),
          entry("well-known-ports.tsv", 0),
          entry("xinetd-attributes.tsv", 0),
          entry("xinetd-other-attributes.tsv", 0),
          entry("xinetd-servers.tsv", 0),
          entry("xinetd-words.tsv", 0),
          entry("value-kinds.tsv", 0));

  /** The cells that no two rows share. */
  private static final Map<String, List<Integer>> UNIQUE =
      Map.ofEntries(
          entry("address-families.tsv", List.of(0)),
          entry("blocked-programs.tsv", List.of(0, 1)),
          entry("capabilities.tsv", List.of(0)),
          entry("directives.tsv", List.of(0, 1)),
          entry("distributions.tsv", List.of(0)),
          entry("enum-info.tsv", List.of(0)),
          entry("enums.tsv", List.of(0, 1)),
          entry("environment-variables.tsv", List.of(0)),
          entry("errnos.tsv", List.of(0)),
          entry("exit-statuses.tsv", List.of(0)),
          entry("exposure-checks.tsv", List.of(0)),
          entry("file-systems.tsv", List.of(0)),
          entry("foreign-syscalls.tsv", List.of(0)),
          entry("unlisted-syscalls.tsv", List.of(0)),
          entry("listening-programs.tsv", List.of(0)),
          entry("lsb-facilities.tsv", List.of(0)),
          entry("misplaced-keys.tsv", List.of(0, 1)),
          entry("mount-options.tsv", List.of(0)),
          entry("default-values.tsv", List.of(0, 1, 3, 4, 5)),
          entry("needed-settings.tsv", List.of(0)),
          entry("setting-groups.tsv", List.of(0, 1)),
          entry("number-bounds.tsv", List.of(0)),
          entry("obsolete-units.tsv", List.of(0)),
          entry("program-needs.tsv", List.of(0)),
          entry("programs.tsv", List.of(0)),
          entry("rc-folders.tsv", List.of(0)),
          entry("sections.tsv", List.of(0)),
          entry("setting-needs.tsv", List.of(0, 1)),
          entry("signals.tsv", List.of(0)),
          entry("socket-needs.tsv", List.of(0)),
          entry("special-units.tsv", List.of(0)),
          entry("specifiers.tsv", List.of(0)),
          entry("start-times.tsv", List.of(0, 1, 2)),
          entry("synonyms.tsv", List.of(0, 1)),
          entry("syscall-groups.tsv", List.of(0, 1)),
          entry("syscalls.tsv", List.of(0)),
          entry("systemd-units.tsv", List.of(0)),
          entry("ip-protocols.tsv", List.of(0)),
          entry("rpc-programs.tsv", List.of(0)),
          entry("well-known-ports.tsv", List.of(0, 1)),
          entry("xinetd-attributes.tsv", List.of(0)),
          entry("xinetd-other-attributes.tsv", List.of(0)),
          entry("xinetd-servers.tsv", List.of(0)),
          entry("xinetd-words.tsv", List.of(0, 1)),
          entry("value-kinds.tsv", List.of(0)));

  @TestFactory
  Stream<DynamicTest> everyTable() {
    return HEADERS.keySet().stream().sorted().map(t -> dynamicTest(t, () -> verify(t)));
  }

  private static void verify(String table) {
    String text = text(table);
    assertTrue(text.endsWith("\n"), "last line ends");
    assertFalse(text.contains("\r"), "lines end in LF");
    var lines = text.split("\n");
    assertEquals(HEADERS.get(table).replace(' ', '\t'), lines[0]);
    var rows = Arrays.stream(lines).skip(1).map(l -> l.split("\t", -1)).toList();
    int width = lines[0].split("\t").length;
    var seen = new HashSet<String>();
    for (String[] row : rows) {
      assertEquals(width, row.length, () -> String.join("|", row));
      for (String cell : row) {
        assertEquals(cell.strip(), cell, () -> String.join("|", row));
      }
      var key = UNIQUE.get(table).stream().map(i -> row[i]).toList();
      assertTrue(seen.add(key.toString()), () -> "twice: " + key);
    }
    if (SORTED_BY.containsKey(table)) {
      var order = rows.stream().map(r -> r[SORTED_BY.get(table)]).toList();
      assertEquals(order.stream().sorted().toList(), order);
    }
  }

  private static String text(String table) {
    try (var in = Table.class.getResourceAsStream(table)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
