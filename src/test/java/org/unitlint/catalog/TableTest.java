package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Table table(String rows) {
    return new Table("test", "a\tb\n" + rows);
  }

  @Test
  void readsCellsOfEachShape() {
    var table = table("one,two\t\n\tUNIT_NAMES\nyes\t7\n");
    assertTrue(table.nextRow());
    assertEquals(List.of("one", "two"), table.list());
    assertEquals(Optional.empty(), table.optional());
    assertTrue(table.nextRow());
    assertEquals(List.of(), table.list());
    assertEquals(SpecifierUse.UNIT_NAMES, table.oneOf(SpecifierUse.class));
    assertTrue(table.nextRow());
    assertTrue(table.flag());
    assertEquals(OptionalInt.of(7), table.number());
    assertFalse(table.nextRow());
  }

  @Test
  void refusesRowsOfAnotherLength() {
    var shorter = table("1\n");
    shorter.nextRow();
    shorter.cell();
    assertThrows(IllegalStateException.class, shorter::cell);
    var longer = table("1\t2\t3\n");
    longer.nextRow();
    longer.cell();
    longer.cell();
    assertThrows(IllegalStateException.class, longer::nextRow);
  }

  @Test
  void refusesUnknownWords() {
    var table = table("Yes\tunit-names\n");
    table.nextRow();
    assertThrows(IllegalStateException.class, table::flag);
    assertThrows(IllegalArgumentException.class, () -> table.oneOf(SpecifierUse.class));
  }

  @Test
  void aMissingTableIsFoundEmpty() {
    assertTrue(Table.find("nothing.tsv").isEmpty());
    assertThrows(IllegalStateException.class, () -> Table.open("nothing.tsv"));
  }
}
