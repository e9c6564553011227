package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.catalog.Catalog;
import org.unitlint.catalog.Certainty;
import org.unitlint.catalog.Since;
import org.unitlint.catalog.Word;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;

class ExplanationTest {
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void everythingFitsOnATerminal() {
    assertAll(explanations().map(e -> () -> assertFits(e)));
  }

  private static Stream<Explanation> explanations() {
    return Stream.<Stream<? extends Explanation>>of(
            CATALOG.directives().stream().map(d -> new DirectiveText(CATALOG, d)),
            CATALOG.sections().stream().map(s -> new SectionText(CATALOG, s)),
            CATALOG.specialUnits().stream().map(SpecialUnitText::new),
            CATALOG.misplacedKeys().stream()
                .flatMap(k -> CATALOG.misplaced(k).stream())
                .map(MisplacedText::new),
            IntStream.rangeClosed('!', '~')
                .mapToObj(c -> CATALOG.specifier((char) c))
                .flatMap(s -> s.stream())
                .map(SpecifierText::new))
        .flatMap(s -> s);
  }

  private static void assertFits(Explanation explanation) {
    String text = told(explanation);
    assertFalse(text.isEmpty());
    assertFalse(text.contains("\u00A0") || text.contains("\n\n\n"), text);
    for (String line : text.split("\n")) {
      assertTrue(Cells.width(line) <= 80, line);
      assertEquals(line.stripTrailing(), line);
    }
  }

  private static String told(Explanation explanation) {
    var prose = new Prose();
    explanation.tell(prose);
    return prose.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "201|201|EXACT|version 201 or before|w",
        "214|214|EXACT|version 214|w (since 214)",
        "229|229|OLDER|version 229 or before|w (since 229)",
        "205|208|RANGE|version 205 at the earliest, 208 at the latest|w (since 208 at the latest)",
        "258|258|LIKELY|version 258, likely|w (since 258, likely)",
        "256|258|SECONDARY|version 256 to 258, reportedly|w (since 256 to 258, reportedly)",
      })
  void versionsSayHowSureTheyAre(
      int earliest, int latest, Certainty certainty, String version, String word) {
    var since = new Since(earliest, latest, certainty);
    assertEquals(version, Versions.of(since));
    var none = OptionalInt.empty();
    assertEquals(word, Versions.of(new Word("w", since, none, none), Since.OLDEST));
  }

  @Test
  void wordsTellTheirEnd() {
    var since = new Since(230, 230, Certainty.EXACT);
    var word = new Word("w", since, OptionalInt.of(246), OptionalInt.of(250));
    assertEquals("w (since 230, deprecated since 246, until 250)", Versions.of(word, 229));
    assertEquals("w (deprecated since 246, until 250)", Versions.of(word, 230));
  }

  @Test
  void pagesLoseTheirMarkdown() {
    var rule = new RuleInfo("U999", "bad-thing", Severity.WARNING, "");
    String page =
        """
        # U999 bad-thing
        First line
        and second.

        - an item that goes on and on and on and on and on and on and on and on and on
          until here
        - another
        ## Bad
        ```ini a.service
        # no heading
        [Service]

        Nice=1
        ```
        ```output
        warning
        ```
        Between.
        ```
        plain
        ```
        """;
    assertEquals(
        """
        U999 bad-thing (warning)

          First line and second.

          - an item that goes on and on and on and on and on and on and on and on and on
            until here
          - another

        Bad
          a.service
            # no heading
            [Service]

            Nice=1

          unitlint says:
            warning

          Between.

            plain
        """,
        told(new RuleText(rule, page)));
  }
}
