package org.unitlint.catalog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Our directives against the rows that they were made from; skipped where those are missing. */
class KnowledgeTest {
  private static final Catalog CATALOG = Catalog.standard();

  /** Lists that systemd keeps together, or apart, otherwise than the rows have it. */
  private static final Map<String, String> SHARED =
      Map.ofEntries(
          Map.entry("BindPaths", "append-empty-resets-all-binds"),
          Map.entry("BindReadOnlyPaths", "append-empty-resets-all-binds"),
          Map.entry("BlockIOReadBandwidth", "append-empty-resets-all-bandwidths"),
          Map.entry("BlockIOWriteBandwidth", "append-empty-resets-all-bandwidths"),
          Map.entry("LoadCredential", "append-empty-resets-all-loaded-credentials"),
          Map.entry("LoadCredentialEncrypted", "append-empty-resets-all-loaded-credentials"),
          Map.entry("SetCredential", "append-empty-resets-all-set-credentials"),
          Map.entry("SetCredentialEncrypted", "append-empty-resets-all-set-credentials"),
          Map.entry("StandardInputData", "append-empty-resets-all-input"),
          Map.entry("StandardInputText", "append-empty-resets-all-input"));

  @Test
  void agreesRowByRow() throws IOException {
    var file =
        Path.of(System.getProperty("unitlint.shared", "../shared"), "knowledge/directives.tsv");
    assumeTrue(Files.exists(file), "no " + file);
    var rows = Files.readAllLines(file);
    assertAll(
        rows.stream().skip(1).map(r -> new Row(r.split("\t", -1))).map(r -> () -> assertAgrees(r)));
    long ours = CATALOG.directives().stream().mapToLong(d -> d.sections().size()).sum();
    assertEquals(rows.size() - 1, ours);
  }

  private static void assertAgrees(Row row) {
    var directive = CATALOG.directive(row.at(0), row.at(1)).orElseThrow(row::missing);
    assertEquals(kind(row), directive.valueKind(), row::toString);
    var change = directive.valueKindChange();
    assertEquals(
        row.at(3), change.map(c -> c.version() + ":" + c.kind()).orElse(""), row::toString);
    assertSince(row, directive.since());
    assertEquals(row.status(), directive.status(), row::toString);
    assertEquals(row.number(9), directive.deprecatedIn(), row::toString);
    // What is ignored is still taken, though its row calls it removed.
    boolean ignored = directive.status() == Status.IGNORED;
    assertEquals(ignored ? OptionalInt.empty() : row.number(10), directive.removedIn());
    String semantics = directive.listSemantics().name().toLowerCase(Locale.ROOT).replace('_', '-');
    assertEquals(SHARED.getOrDefault(row.at(1), row.at(4)), semantics, row::toString);
    assertEquals(row.at(12).equals("no"), directive.specifiers().isEmpty(), row::toString);
  }

  /** Conditions about users, groups and variables are no settings of the same kinds. */
  private static String kind(Row row) {
    var condition = Pattern.compile("(?:Condition|Assert)(User|Group|Environment)");
    var matcher = condition.matcher(row.at(1));
    return matcher.matches() ? "condition:" + matcher.group(1).toLowerCase(Locale.ROOT) : row.at(2);
  }

  private static void assertSince(Row row, Since since) {
    int version = Integer.parseInt(row.at(6));
    assertTrue(since.earliest() <= version && version <= since.latest(), row::toString);
    String exact =
        switch (since.certainty()) {
          case EXACT -> "yes";
          case RANGE -> since.earliest() + ".." + since.latest();
          case OLDER -> "<=201";
          case LIKELY -> "likely";
          case SECONDARY -> "secondary";
        };
    assertEquals(row.at(7), exact, row::toString);
  }

  private record Row(String[] cells) {
    String at(int column) {
      return cells[column];
    }

    /** A number in the cell, without the mark that it may be an older one. */
    OptionalInt number(int column) {
      String cell = at(column).replace("<=", "");
      return cell.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(cell));
    }

    Status status() {
      String word = at(8).replace("-since-258", "").replace("not-supported-here", "unsupported");
      return Status.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    AssertionError missing() {
      return new AssertionError("missing: " + this);
    }

    @Override
    public String toString() {
      return String.join("|", cells);
    }
  }
}
