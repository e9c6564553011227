package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.unitlint.report.Samples.RULE;
import static org.unitlint.report.Samples.at;
import static org.unitlint.report.Samples.backup;
import static org.unitlint.report.Samples.pretty;
import static org.unitlint.report.Samples.unit;

import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

class PrettyReportTest {
  /** The frame without headline and arrow. */
  private static String frame(Diagnostic diagnostic) {
    return pretty(diagnostic).split("\n", 3)[2];
  }

  private static String frame(Place place) {
    return frame(RULE.at(place, "m"));
  }

  private static String frame(String text, String marked) {
    return frame(at(unit(text), marked));
  }

  @Test
  void houseExample() {
    assertEquals(
        """
        error[U214]: `Restart=always` is refused for a oneshot service
         --> etc/systemd/system/backup.service:3:9
          |
        2 | Type=oneshot
          |      ------- made oneshot here
        3 | Restart=always
          |         ^^^^^^
          = help: use `Restart=on-failure`, or drop the line
        """,
        pretty(backup()));
  }

  @Test
  void nothingFound() {
    assertEquals("", pretty());
  }

  @Test
  void emptySource() {
    var there = unit("x\n");
    assertEquals(
        """
        error[U214]: cannot read
         --> gone.service
         ::: a.service:1:1
          |
        1 | x
          | - asked for here
          = note: no such file
        """,
        pretty(
            RULE.at(Source.of("gone.service", "").whole(), "cannot read")
                .label(at(there, "x"), "asked for here")
                .note("no such file")));
  }

  @Test
  void labelInEmptySource() {
    assertEquals(
        """
        error[U214]: m
         --> a.service:1:1
          |
        1 | x
          | ^
          |
         ::: b.service
          | nothing here
        """,
        pretty(
            RULE.at(unit("x").whole(), "m")
                .label(Source.of("b.service", "").whole(), "nothing here")));
  }

  @Test
  void emptySpanAtEndOfFile() {
    assertEquals(
        """
          |
        2 |
          | ^
        """,
        frame(unit("[Unit]\n").place(7, 7)));
  }

  @Test
  void emptySpanBehindLastLineWithoutNewline() {
    assertEquals(
        """
          |
        1 | [Unit
          |      ^
        """,
        frame(unit("[Unit").place(5, 5)));
  }

  @Test
  void emptySpanWithinLine() {
    assertEquals(
        """
          |
        1 | A=b
          |   ^
        """,
        frame(unit("A=b\n").place(2, 2)));
  }

  @Test
  void lineEndOnly() {
    assertEquals(
        """
          |
        1 | A=b
          |    ^
        """,
        frame("A=b\r\nC=d\r\n", "\r\n"));
  }

  @Test
  void lineWithItsEnd() {
    assertEquals(
        """
          |
        1 | A=b
          | ^^^
        """,
        frame("A=b\r\nC=d\r\n", "A=b\r\n"));
  }

  @Test
  void trailingBlanks() {
    assertEquals(
        """
          |
        1 | A=b
          |    ^^
        """,
        frame("A=b  \n", "  "));
  }

  @Test
  void tabs() {
    assertEquals(
        """
          |
        1 |     A    =    b
          |          ^^^^^
        """,
        frame("\tA\t=\tb\n", "=\t"));
  }

  @Test
  void wideCharacters() {
    assertEquals(
        """
          |
        1 | 説明=日本語 x
          |        ^^^^
        """,
        frame("説明=日本語 x\n", "本語"));
  }

  @Test
  void combiningCharacters() {
    assertEquals(
        """
          |
        1 | e\u0301e\u0301=value
          |    ^^^^^
        """,
        frame("e\u0301e\u0301=value\n", "value"));
  }

  @Test
  void combiningCharacterAlone() {
    assertEquals(
        """
          |
        1 | ae\u0301b
          |  ^
        """,
        frame("ae\u0301b\n", "\u0301"));
  }

  @Test
  void emoji() {
    assertEquals(
        """
          |
        1 | 🚀 x
          | ^^
        """,
        frame("🚀 x\n", "🚀"));
  }

  @Test
  void terminalSequence() {
    assertEquals(
        """
          |
        1 | A=␛[2Jx
          |       ^
        """,
        frame("A=\u001B[2Jx\n", "x"));
  }

  @Test
  void invisibleCharacters() {
    assertEquals(
        """
          |
        1 | \uFFFDA=\uFFFDb\uFFFD\uFFFDc␡
          |     ^
        """,
        frame("\uFEFFA=\u202Eb\u2066\u0085c\u007F\n", "b"));
  }

  @Test
  void invalidBytes() {
    var source = Source.of("a.service", new byte[] {'A', '=', (byte) 0xFF, (byte) 0xC3, 'x', '\n'});
    assertEquals(
        """
          |
        1 | A=\uFFFD\uFFFDx
          |   ^^
        """,
        frame(source.place(2, 4)));
  }

  @Test
  void namesAndMessagesAreCleaned() {
    assertEquals(
        """
        error[U214]: a␛[31m\uFFFD␊b
         --> x␉\uFFFD.service:1:1
          |
        1 | x
          | ^ l␊m
          = note: n␍
        """,
        pretty(
            RULE.at(Source.of("x\t\uDCFF.service", "x").whole(), "a\u001B[31m\u202E\nb")
                .label(Source.of("x\t\uDCFF.service", "x").whole(), "l\nm")
                .note("n\r")));
  }

  @Test
  void severalLines() {
    var source = unit("A=b\nExecStart=/bin/x \\\n  # no\n  --y \\\n  --z\n");
    assertEquals(
        """
          |
        2 | ExecStart=/bin/x \\
          |           ^^^^^^^^
        ...
        5 |   --z
          |   ^^^
        """,
        frame(at(source, "/bin/x \\\n  # no\n  --y \\\n  --z")));
  }

  @Test
  void twoLinesWithTheEnd() {
    var source = unit("A=b \\\n  c\n");
    assertEquals(
        """
          |
        1 | A=b \\
          | ^^^^^
        2 |   c
          |   ^
        """,
        frame(source.whole()));
  }

  @Test
  void labelOverSeveralLines() {
    var source = unit("A=b \\\n  c\nD=e\n");
    assertEquals(
        """
          |
        1 | A=b \\
          |   ---
        2 |   c
          |   - first here
        3 | D=e
          | ^
        """,
        frame(RULE.at(at(source, "D"), "m").label(at(source, "b \\\n  c"), "first here")));
  }

  @Test
  void labelBehindOnTheSameLine() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          | ^^^^^ ---- value
        """,
        frame(RULE.at(at(source, "Alpha"), "m").label(at(source, "beta"), "value")));
  }

  @Test
  void labelBeforeOnTheSameLine() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          | ----- ^^^^
          | |
          | name
        """,
        frame(RULE.at(at(source, "beta"), "m").label(at(source, "Alpha"), "name")));
  }

  @Test
  void labelWithin() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          | ^^-^^^^^^^
          |   |
          |   letter
        """,
        frame(RULE.at(at(source, "Alpha=beta"), "m").label(at(source, "p"), "letter")));
  }

  @Test
  void labelAround() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          | --^------- setting
        """,
        frame(RULE.at(at(source, "p"), "m").label(at(source, "Alpha=beta"), "setting")));
  }

  @Test
  void labelAroundWithTheSameEnd() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          | ------^^^^
          | |
          | setting
        """,
        frame(RULE.at(at(source, "beta"), "m").label(at(source, "Alpha=beta"), "setting")));
  }

  @Test
  void labelOnTheSamePlace() {
    var source = unit("Alpha=beta\n");
    assertEquals(
        """
          |
        1 | Alpha=beta
          |       ^^^^ one
          |       |
          |       two
        """,
        frame(
            RULE.at(at(source, "beta"), "m")
                .label(at(source, "beta"), "one")
                .label(at(source, "beta"), "two")));
  }

  @Test
  void stackedLabels() {
    var source = unit("After=one two three four\n");
    assertEquals(
        """
          |
        1 | After=one two three four
          |       --- --- ----- ^^^^
          |       |   |   |
          |       |   |   the third
          |       |   the second
          |       the first
        """,
        frame(
            RULE.at(at(source, "four"), "m")
                .label(at(source, "two"), "the second")
                .label(at(source, "one"), "the first")
                .label(at(source, "three"), "the third")));
  }

  @Test
  void shortLabelsShareARow() {
    var source = unit("After=one    two   three four\n");
    assertEquals(
        """
          |
        1 | After=one    two   three four
          |       ---    ---   ----- ^^^^
          |       |      |     |
          |       |      two   three
          |       the first
        """,
        frame(
            RULE.at(at(source, "four"), "m")
                .label(at(source, "one"), "the first")
                .label(at(source, "two"), "two")
                .label(at(source, "three"), "three")));
  }

  @Test
  void labelInAnotherFile() {
    var other = Source.of("b.service", "\n".repeat(11) + "After=a.service\n");
    assertEquals(
        """
        warning[U214]: m
          --> a.service:1:7
           |
        1  | After=b.service
           |       ^^^^^^^^^
           |
          ::: b.service:12:7
           |
        12 | After=a.service
           |       --------- and back
           = note: first
                   second
           = help: drop one
        """,
        pretty(
            RULE.at(at(unit("After=b.service\n"), "b.service"), "m")
                .as(Severity.WARNING)
                .label(at(other, "a.service"), "and back")
                .note("first\nsecond")
                .help("drop one")));
  }

  @Test
  void veryLongLine() {
    String far = "x".repeat(5000);
    assertEquals(
        "  |\n1 | …"
            + "x".repeat(40)
            + "HERE"
            + "x".repeat(114)
            + "…\n  | "
            + " ".repeat(41)
            + "^^^^\n",
        frame("A=" + far + "HERE" + far + "\n", "HERE"));
  }

  @Test
  void veryLongSpan() {
    String far = "x".repeat(5000);
    assertEquals(
        "  |\n1 | A=" + "x".repeat(156) + "…\n  |   " + "^".repeat(157) + "\n",
        frame("A=" + far + "\n", far));
  }

  @Test
  void endOfVeryLongLine() {
    assertEquals(
        "  |\n1 | …" + "x".repeat(157) + "Y\n  | " + " ".repeat(158) + "^ last\n",
        frame(
            RULE.at(at(unit("x".repeat(999) + "Y"), "Y"), "m")
                .label(at(unit("x".repeat(999) + "Y"), "Y"), "last")));
  }

  @Test
  void labelLeftOutOfVeryLongLine() {
    var source = unit("FIRST" + "x".repeat(900) + "HERE" + "x".repeat(900) + "LAST\n");
    assertEquals(
        "  |\n1 | …"
            + "x".repeat(40)
            + "HERE"
            + "x".repeat(114)
            + "…\n  | -"
            + " ".repeat(40)
            + "^^^^"
            + " ".repeat(114)
            + "- last\n  | |\n  | first\n",
        frame(
            RULE.at(at(source, "HERE"), "m")
                .label(at(source, "FIRST"), "first")
                .label(at(source, "LAST"), "last")));
  }

  @Test
  void findingsAreSortedAndApart() {
    var source = unit("A=b\n");
    assertEquals(
        """
        info[U214]: first
         --> a.service:1:1
          |
        1 | A=b
          | ^

        hint[U214]: second
         --> a.service:1:3
          |
        1 | A=b
          |   ^
        """,
        pretty(
            RULE.at(at(source, "b"), "second").as(Severity.HINT),
            RULE.at(at(source, "A"), "first").as(Severity.INFO)));
  }

  @Test
  void colours() {
    var source = unit("A=b\n");
    assertEquals(
        """
        E[1;31merror[U214]E[0mE[1m: mE[0m
         E[1;34m-->E[0m a.service:1:1
          E[1;34m|E[0m
        E[1;34m1 |E[0m A=b
          E[1;34m|E[0m E[1;31m^E[0m E[1;34m-E[0m E[1;34mlE[0m
          E[1;34m=E[0m E[1mhelpE[0m: h
        """
            .replace('E', '\u001B'),
        Samples.write(
            CheckFormat.PRETTY.report(Palette.of(true)),
            RULE.at(at(source, "A"), "m").label(at(source, "b"), "l").help("h")));
  }
}
