package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueKindTest {
  private static final Catalog CATALOG = Catalog.standard();

  /** Nothing can be said of all texts; what follows an image differs between directives. */
  private static final Set<String> WITHOUT_EXAMPLES = Set.of("string", "image-list-with-prefix:-");

  @Test
  void everyDirectiveHasAKindOfValue() {
    assertAll(kinds().stream().map(k -> () -> assertTold(k)));
  }

  private static Set<String> kinds() {
    var kinds = new TreeSet<String>();
    for (Directive directive : CATALOG.directives()) {
      kinds.add(directive.valueKind());
      directive.valueKindChange().ifPresent(c -> kinds.add(c.kind()));
    }
    return kinds;
  }

  private static void assertTold(String name) {
    var kind = CATALOG.valueKind(name).orElseThrow(() -> new AssertionError(name));
    assertEquals(name, kind.kind());
    assertTrue(kind.description().matches("[A-Z`].*\\."), kind::toString);
    assertTrue(!name.contains("enum:") || kind.words().isPresent(), kind::toString);
    boolean shown = kind.examples().size() >= 2 || kind.words().isPresent();
    assertTrue(shown || WITHOUT_EXAMPLES.contains(name), kind::toString);
  }

  @Test
  void everyRowIsUsed() {
    var table = Table.open("value-kinds.tsv");
    var kinds = kinds();
    while (table.nextRow()) {
      String kind = table.cell();
      assertTrue(kinds.stream().anyMatch(k -> k.equals(kind) || k.startsWith(kind + ":")), kind);
      for (int i = 0; i < 3; i++) {
        table.cell();
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer|A whole number.",
        "integer:-20..19|A whole number from -20 to 19.",
        "integer:5..6|A whole number from 5 to 6.",
        "unit-name:slice|The name of one unit, with its suffix; only of type `slice`.",
        "unit-name:not-path|The name of one unit, with its suffix; any type but `path`.",
        "unit-list:mount|Names of units between blanks, each with its suffix; only of type"
            + " `mount`.",
      })
  void argumentsAreTold(String kind, String description) {
    assertEquals(description, CATALOG.valueKind(kind).orElseThrow().description());
  }

  @Test
  void argumentsWithARowOfTheirOwnAddToTheBase() {
    var bytes = CATALOG.valueKind("resource-limit:bytes").orElseThrow();
    assertTrue(bytes.description().startsWith("One limit"), bytes::toString);
    assertTrue(bytes.description().contains(" In bytes"), bytes::toString);
    assertEquals(List.of("512M", "1G:infinity", "infinity"), bytes.examples());
    var path = CATALOG.valueKind("condition:path").orElseThrow();
    assertTrue(path.description().startsWith("An absolute path"), path::toString);
    assertEquals(List.of("/etc/example.conf", "!/run/nologin", "|/dev/kvm"), path.examples());
  }

  @ParameterizedTest
  @CsvSource({
    "enum:ServiceRestart, ServiceRestart",
    "enum-list:SecureBits, SecureBits",
    "boolean-or-enum:ProtectHostname[:hostname], ProtectHostname",
    "condition:security, ConditionSecurity",
    "boolean-or-namespace-set, NamespaceType",
  })
  void wordsAreFound(String kind, String words) {
    assertEquals(
        Optional.of(words), CATALOG.valueKind(kind).flatMap(ValueKind::words).map(Words::name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        ":",
        "enum:Nothing",
        "integer:few",
        "unit-name:busname",
        "io-limit:hours",
        "condition:weather",
        "Boolean"
      })
  void unknownKindsAndArgumentsAreEmpty(String kind) {
    assertEquals(Optional.empty(), CATALOG.valueKind(kind));
  }
}
