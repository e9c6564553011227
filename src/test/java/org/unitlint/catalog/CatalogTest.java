package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void findsDirectivesByTheirExactName() {
    assertTrue(CATALOG.directive("Service", "ExecStart").isPresent());
    assertTrue(CATALOG.directive("Service", "execstart").isEmpty());
    assertTrue(CATALOG.directive("Unit", "ExecStart").isEmpty());
    assertTrue(CATALOG.directive("Target", "ExecStart").isEmpty());
    assertEquals(List.of(), CATALOG.named("ExecStrat"));
    assertEquals(2, CATALOG.named("StartLimitInterval").size());
    assertEquals(
        List.of("Service", "Socket", "Mount", "Swap"),
        CATALOG.named("UMask").stream().flatMap(d -> d.sections().stream()).toList());
  }

  @Test
  void listsTheDirectivesOfASection() {
    var names = CATALOG.directives("Install").stream().map(Directive::name).toList();
    assertEquals(
        List.of("Alias", "Also", "DefaultInstance", "RequiredBy", "UpheldBy", "WantedBy"), names);
    assertTrue(CATALOG.directives("Device").isEmpty());
    assertTrue(CATALOG.directives("Nothing").isEmpty());
  }

  @Test
  void knowsAllSections() {
    assertEquals(
        "Unit Install Service Socket Target Device Mount Automount Swap Timer Path Slice Scope",
        String.join(" ", CATALOG.sections()));
    assertEquals(
        List.of("Unit", "Socket", "Install"), new ArrayList<>(CATALOG.sections(UnitType.SOCKET)));
    for (UnitType type : UnitType.values()) {
      assertEquals(
          List.of("Unit", type.section(), "Install"), new ArrayList<>(CATALOG.sections(type)));
      assertTrue(type.section().equalsIgnoreCase(type.suffix()));
      assertEquals(Optional.of(type), UnitType.ofSuffix(type.suffix()));
    }
    assertEquals(Optional.empty(), UnitType.ofSuffix("Service"));
    assertEquals(Optional.empty(), UnitType.ofSuffix("busname"));
  }

  @Test
  void unitTypesAreThoseOfTheEngine() {
    var current =
        CATALOG.words("UnitType").orElseThrow().words().stream()
            .filter(w -> w.lastAccepted().isEmpty())
            .map(Word::text)
            .collect(Collectors.toSet());
    assertEquals(
        current,
        Arrays.stream(UnitType.values()).map(UnitType::suffix).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({
    // fragment: needed, allowed; template; alias; can fail
    "SERVICE, true, true, true, true, true",
    "SOCKET, true, true, true, true, true",
    "TARGET, true, true, true, true, true",
    "DEVICE, false, true, false, true, false",
    "MOUNT, true, true, false, false, true",
    "AUTOMOUNT, true, true, false, false, true",
    "SWAP, true, true, false, false, true",
    "TIMER, true, true, true, true, true",
    "PATH, true, true, true, true, true",
    "SLICE, false, true, false, false, false",
    "SCOPE, false, false, false, false, true",
  })
  void unitTypesHaveTheirTraits(
      UnitType type, boolean needs, boolean may, boolean template, boolean alias, boolean fails) {
    assertEquals(needs, type.needsFragment());
    assertEquals(may, type.mayHaveFragment());
    assertEquals(template, type.mayBeTemplate());
    assertEquals(alias, type.mayHaveAlias());
    assertEquals(fails, type.canFail());
  }

  @Test
  void replacementsAreStructured() {
    var isolate = CATALOG.directive("Unit", "OnFailureIsolate").orElseThrow();
    assertEquals(
        Optional.of(
            new Replacement(
                Optional.empty(), Optional.of("OnFailureJobMode"), Optional.of("isolate"), "")),
        isolate.replacement());
    var moved = CATALOG.directive("Service", "StartLimitInterval").orElseThrow();
    assertEquals(
        Optional.of(
            new Replacement(
                Optional.of("Unit"), Optional.of("StartLimitIntervalSec"), Optional.empty(), "")),
        moved.replacement());
  }

  @ParameterizedTest
  @CsvSource({
    "SINGLE, true, false",
    "SINGLE_EMPTY_RESETS, true, true",
    "APPEND_NO_RESET, false, false",
    "APPEND_EMPTY_RESETS, false, true",
    "APPEND_EMPTY_RESETS_ALL_TRIGGERS, false, true",
    "MERGE_EMPTY_RESETS, false, true",
  })
  void listSemantics(ListSemantics semantics, boolean single, boolean resets) {
    assertEquals(single, semantics.single());
    assertEquals(resets, semantics.emptyResets());
  }

  @Test
  void wordsKnowTheirVersions() {
    var type = CATALOG.words("ServiceType").orElseThrow();
    assertFalse(type.word("exec").orElseThrow().acceptedIn(239));
    assertTrue(type.word("exec").orElseThrow().acceptedIn(240));
    assertEquals(Optional.empty(), type.word("Simple"));
    var mode = CATALOG.words("KillMode").orElseThrow();
    assertTrue(mode.word("none").orElseThrow().deprecated(246));
    assertFalse(mode.word("none").orElseThrow().deprecated(245));
    var types = CATALOG.words("UnitType").orElseThrow();
    assertFalse(types.word("busname").orElseThrow().acceptedIn(235));
    assertTrue(types.word("busname").orElseThrow().acceptedIn(234));
    assertTrue(CATALOG.words("MemoryTHP").orElseThrow().open());
    assertTrue(CATALOG.words("ProtectSystem").orElseThrow().booleans());
    assertEquals(OptionalInt.of(7), CATALOG.words("LogLevel").orElseThrow().highestNumber());
    assertEquals(Optional.empty(), CATALOG.words("Nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    "StandardOutput, file:/x, file:PATH",
    "StandardOutput, file:, ",
    "StandardOutput, fd, fd",
    "StandardOutput, fd:stdout, fd:NAME",
    "StandardOutput, /x, ",
    "ConditionFirmware, device-tree-compatible(foo), device-tree-compatible(VALUE)",
    "ConditionFirmware, device-tree-compatible(foo, ",
    "Timestamping, µs, µs",
  })
  void placeholdersTakeAnything(String name, String value, String expected) {
    var word = CATALOG.words(name).orElseThrow().word(value).map(Word::text);
    assertEquals(Optional.ofNullable(expected), word);
  }

  @Test
  void everyEnumHasWords() {
    for (Words words : Words.read(Table.open("enum-info.tsv"), Table.open("enums.tsv")).values()) {
      assertFalse(words.words().isEmpty(), words::name);
    }
  }

  @Test
  void specifiersKnowWhereTheyAreExpanded() {
    var prefix = CATALOG.specifier('p').orElseThrow();
    assertTrue(prefix.validIn().contains(SpecifierUse.UNIT_NAMES));
    var unescaped = CATALOG.specifier('I').orElseThrow();
    assertEquals(List.of(SpecifierUse.UNIT), unescaped.validIn());
    assertTrue(CATALOG.specifier('c').orElseThrow().deprecated());
    assertTrue(CATALOG.specifier('D').orElseThrow().since().knownIn(252));
    assertFalse(CATALOG.specifier('y').orElseThrow().since().knownIn(251));
    assertTrue(CATALOG.specifier('z').isEmpty());
  }

  @Test
  void knowsSpecialUnits() {
    var network = CATALOG.specialUnit("network.target").orElseThrow();
    assertTrue(network.passive());
    assertEquals(UnitType.TARGET, network.type());
    var rescue = CATALOG.specialUnit("rescue.target").orElseThrow();
    assertEquals(List.of("1", "s", "S", "single"), rescue.runlevels());
    assertEquals(
        Optional.of("$network"),
        CATALOG.specialUnits().stream()
            .map(SpecialUnit::lsbFacility)
            .flatMap(Optional::stream)
            .filter("$network"::equals)
            .findFirst());
    assertTrue(CATALOG.specialUnit("syslog.target").orElseThrow().removed());
    assertTrue(CATALOG.specialUnit("nothing.target").isEmpty());
    for (SpecialUnit unit : CATALOG.specialUnits()) {
      assertTrue(unit.name().endsWith("." + unit.type().suffix()), unit::name);
    }
  }

  @Test
  void knowsMisplacedKeys() {
    var sessions = CATALOG.misplaced("KillUserProcesses").get(0);
    assertEquals(Optional.of(new ConfigFile(List.of("logind.conf"), "Login")), sessions.file());
    assertTrue(CATALOG.misplaced("BoundBy").get(0).nowhere());
    assertEquals(List.of("Install"), CATALOG.misplaced("WantedBy").get(0).sections());
    assertEquals(2, CATALOG.misplaced("User").size());
    assertEquals(List.of(), CATALOG.misplaced("Nothing"));
  }

  @Test
  void misplacedKeysLeadSomewhere() {
    var keys = Misplaced.read(Table.open("misplaced-keys.tsv"));
    for (Misplaced misplaced : keys.values().stream().flatMap(List::stream).toList()) {
      var directive = misplaced.instead().orElse(misplaced.key());
      for (String section : misplaced.sections()) {
        assertTrue(CATALOG.directive(section, directive).isPresent(), misplaced::toString);
      }
      assertTrue(
          misplaced.instead().isEmpty() || !CATALOG.named(directive).isEmpty(),
          misplaced::toString);
      assertTrue(CATALOG.sections().containsAll(misplaced.writtenIn()), misplaced::toString);
      assertFalse(misplaced.nowhere() && misplaced.hint().isEmpty(), misplaced::toString);
    }
  }

  @Test
  void meaningsAreForDirectivesThatExist() {
    assertEquals(Optional.empty(), CATALOG.meaning("Service", "Nothing"));
    Table.find("meanings.tsv").ifPresent(CatalogTest::assertMeanings);
  }

  private static void assertMeanings(Table table) {
    while (table.nextRow()) {
      String directive = table.cell();
      String section = table.cell();
      String meaning = table.cell();
      var known = CATALOG.named(directive).stream().flatMap(d -> d.sections().stream()).toList();
      assertFalse(known.isEmpty(), directive);
      assertTrue(section.isEmpty() || known.contains(section), () -> section + "." + directive);
      assertEquals(Optional.of(meaning), CATALOG.meaning(section, directive));
    }
  }

  @Test
  void newestVersionIsTheNewestThatBroughtSomething() {
    assertEquals(260, CATALOG.newestVersion());
  }
}
