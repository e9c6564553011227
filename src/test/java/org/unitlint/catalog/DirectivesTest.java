package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each row of directives.tsv must keep to. */
class DirectivesTest {
  private static final Catalog CATALOG = Catalog.standard();

  private static final Set<String> PLAIN_KINDS =
      Set.of(
          "address-family-list",
          "base64",
          "boolean",
          "boolean-or-namespace-set",
          "bpf-program",
          "bus-name",
          "calendar",
          "capability-set",
          "cpu-list",
          "cpu-weight",
          "credential-assignment",
          "credential-glob",
          "credential-path",
          "device-allow",
          "device-timespan",
          "device-weight-list",
          "documentation-uri-list",
          "environment-assignments",
          "environment-names",
          "environment-names-or-assignments",
          "errno-or-kill",
          "exec-command",
          "exit-status-list",
          "fd-name",
          "filesystem-list",
          "group-list",
          "group-name",
          "hex-or-path",
          "image-policy",
          "integer",
          "integer-or-percent-or-infinity",
          "interface-list",
          "interface-name",
          "io-weight",
          "ip-prefix-list",
          "journal-fields",
          "mode",
          "mount-option-list",
          "mqueue-name",
          "netlink-address",
          "nft-set-list",
          "open-file",
          "path",
          "path-glob",
          "path-list",
          "path-list-colon",
          "path-list-single",
          "path-options-list",
          "path-or-base64",
          "path-or-relative",
          "percent",
          "percent-unbounded",
          "relative-path-list",
          "signal",
          "size",
          "size-or-percent-or-infinity",
          "size-or-percent-or-off",
          "socket-address",
          "socket-bind-rule",
          "string",
          "string-cescaped",
          "syscall-filter",
          "timespan",
          "timespan-ns",
          "timespan-or-empty",
          "timespan-or-infinity",
          "timespan-or-infinity-or-empty",
          "tristate",
          "unit-list",
          "unit-name-list",
          "unsigned",
          "unsigned-or-infinity",
          "user-name");

  private static final Set<String> ENUM_KINDS =
      Set.of(
          "boolean-or-enum",
          "boolean-or-enum-list",
          "enum",
          "enum-list",
          "enum-list-or-hex",
          "enum-or-integer");

  private static final Set<String> KINDS_WITH_ARGUMENT =
      Set.of(
          "bind-list-with-prefix",
          "condition",
          "image-list-with-prefix",
          "integer",
          "io-limit",
          "path-list-with-prefix",
          "path-with-prefix",
          "regex-with-prefix",
          "resource-limit",
          "socket-address",
          "string-with-prefix",
          "unit-list",
          "unit-name");

  @Test
  void kindsAreOfTheVocabulary() {
    for (Directive directive : CATALOG.directives()) {
      assertKnownKind(directive.valueKind());
      directive.valueKindChange().ifPresent(change -> assertKnownKind(change.kind()));
    }
  }

  private static void assertKnownKind(String kind) {
    int colon = kind.indexOf(':');
    if (colon < 0) {
      assertTrue(PLAIN_KINDS.contains(kind), kind);
      return;
    }
    String stem = kind.substring(0, colon);
    String argument = kind.substring(colon + 1);
    if (ENUM_KINDS.contains(stem)) {
      String name = argument.replaceFirst("\\[.*]$", "");
      assertTrue(CATALOG.words(name).isPresent(), kind);
    } else {
      assertTrue(KINDS_WITH_ARGUMENT.contains(stem) && !argument.isEmpty(), kind);
    }
  }

  @Test
  void sectionsAreKnownInOrderAndNamedOnce() {
    var order = new ArrayList<>(CATALOG.sections());
    var seen = new HashSet<String>();
    for (Directive directive : CATALOG.directives()) {
      var positions = directive.sections().stream().map(order::indexOf).toList();
      assertFalse(positions.contains(-1), directive::toString);
      assertEquals(positions.stream().sorted().toList(), positions, directive::toString);
      for (String section : directive.sections()) {
        assertTrue(seen.add(section + "." + directive.name()), directive::toString);
      }
    }
  }

  @Test
  void replacementsAreCurrentDirectives() {
    for (Directive directive : CATALOG.directives()) {
      directive.replacement().ifPresent(r -> assertReplaces(directive, r));
    }
  }

  private static void assertReplaces(Directive old, Replacement replacement) {
    assertTrue(replacement.directive().isPresent() || !replacement.note().isEmpty(), old::toString);
    if (replacement.directive().isEmpty()) {
      assertEquals(Optional.empty(), replacement.section(), old::toString);
      assertEquals(Optional.empty(), replacement.value(), old::toString);
      return;
    }
    for (String section : replacement.section().map(List::of).orElse(old.sections())) {
      var successor = CATALOG.directive(section, replacement.directive().get());
      assertTrue(successor.isPresent(), () -> section + ": " + old);
      var standing = successor.get().standing(CATALOG.newestVersion());
      // Slice= and Delegate= replace old directives of several sections but do not suit each type.
      assertTrue(
          standing == Standing.CURRENT || standing == Standing.UNSUPPORTED,
          () -> section + ": " + old);
    }
  }

  @Test
  void oldDirectivesSayWhatElseToDo() {
    for (Directive directive : CATALOG.directives()) {
      boolean old = !Set.of(Status.CURRENT, Status.UNSUPPORTED).contains(directive.status());
      assertEquals(old, directive.replacement().isPresent(), directive::toString);
      assertEquals(old, directive.deprecatedIn().isPresent(), directive::toString);
    }
  }

  @Test
  void onlyOldDirectivesAreRemovedAndNeverByHearsay() {
    for (Directive directive : CATALOG.directives()) {
      if (directive.status() == Status.REMOVED) {
        assertEquals(directive.deprecatedIn(), directive.removedIn(), directive::toString);
        assertTrue(directive.removedIn().isPresent(), directive::toString);
      }
      if (directive.removedIn().isPresent()) {
        assertTrue(
            Set.of(Status.REMOVED, Status.DEPRECATED).contains(directive.status()),
            directive::toString);
        assertTrue(directive.since().certainty() != Certainty.SECONDARY, directive::toString);
      }
    }
  }

  @Test
  void unitNamesTakeTheSpecifiersOfUnitNames() {
    for (Directive directive : CATALOG.directives()) {
      boolean names = directive.valueKind().startsWith("unit-");
      if (directive.specifiers().isPresent()) {
        var expected =
            directive.sections().contains("Install")
                ? SpecifierUse.INSTALL
                : names ? SpecifierUse.UNIT_NAMES : SpecifierUse.UNIT;
        assertEquals(expected, directive.specifiers().get(), directive::toString);
      }
    }
  }
}
