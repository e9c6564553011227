package org.unitlint.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
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
      Map.of(
          "directives.tsv",
          "sections directive kind kind_change list since certainty status deprecated_in removed_in"
              + " replacement_section replacement replacement_value replacement_note specifiers"
              + " on_invalid context man_page man_section",
          "sections.tsv",
          "type section sections fragment template alias can_fail",
          "enums.tsv",
          "enum value since certainty deprecated_in last_accepted",
          "enum-info.tsv",
          "enum open booleans highest_number",
          "rc-folders.tsv",
          "folder target",
          "specifiers.tsv",
          "specifier valid_in since certainty deprecated meaning",
          "value-kinds.tsv",
          "kind words description examples",
          "special-units.tsv",
          "name type scopes passive runlevels lsb_facility origin",
          "lsb-facilities.tsv",
          "facility target",
          "misplaced-keys.tsv",
          "key written_in sections files file_section instead hint");

  /** The cell by which a table is sorted, where it is; the types of units have their own order. */
  private static final Map<String, Integer> SORTED_BY =
      Map.of(
          "directives.tsv", 1,
          "enums.tsv", 0,
          "enum-info.tsv", 0,
          "specifiers.tsv", 0,
          "special-units.tsv", 0,
          "misplaced-keys.tsv", 0,
          "lsb-facilities.tsv", 0,
          "rc-folders.tsv", 0,
          "value-kinds.tsv", 0);

  /** The cells that no two rows share. */
  private static final Map<String, List<Integer>> UNIQUE =
      Map.of(
          "directives.tsv", List.of(0, 1),
          "sections.tsv", List.of(0),
          "enums.tsv", List.of(0, 1),
          "enum-info.tsv", List.of(0),
          "specifiers.tsv", List.of(0),
          "special-units.tsv", List.of(0),
          "lsb-facilities.tsv", List.of(0),
          "rc-folders.tsv", List.of(0),
          "misplaced-keys.tsv", List.of(0, 1),
          "value-kinds.tsv", List.of(0));

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
