package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProseTest {
  private static final String LINE = "x".repeat(76);

  @Test
  void gapsStandOnlyBetweenLines() {
    var prose =
        new Prose().gap().line("a").gap().gap().line("b").heading("c").gap().line("d").gap();
    assertEquals("a\n\nb\n\nc\nd\n", prose.toString());
  }

  @Test
  void paragraphsFillTheLine() {
    assertEquals("  " + LINE + " a\n", new Prose().paragraph(2, LINE + " a").toString());
    assertEquals("  " + LINE + "\n  ab\n", new Prose().paragraph(2, LINE + " ab").toString());
    assertEquals("  " + LINE + "\n    ab\n", new Prose().paragraph(2, 4, LINE + " ab").toString());
  }

  @Test
  void aWordThatIsTooLongStandsAlone() {
    String word = "y".repeat(90);
    assertEquals(
        "  a\n  " + word + "\n  b\n", new Prose().paragraph(2, "a " + word + " b").toString());
  }

  @Test
  void wideCharactersCountTwice() {
    String wide = "漢".repeat(39);
    assertEquals("  " + wide + "\n  a\n", new Prose().paragraph(2, wide + " a").toString());
  }

  @Test
  void entriesHangBehindTheirLabel() {
    var prose = new Prose().entry("label", "x".repeat(60) + " second").entry("nothing", "");
    assertEquals("  label       " + "x".repeat(60) + "\n              second\n", prose.toString());
    assertEquals(
        "  a very long label text\n", new Prose().entry("a very long label", "text").toString());
  }

  @Test
  void listsAreNotBrokenWithinAnItem() {
    assertEquals("", Prose.listed(List.of(), "or"));
    assertEquals("a", Prose.listed(List.of("a"), "or"));
    assertEquals("a and b", Prose.listed(List.of("a", "b"), "and"));
    String listed = Prose.listed(List.of("a", "x".repeat(70) + " (since 9)"), "or");
    assertEquals(
        "  a or\n  " + "x".repeat(70) + " (since 9)\n",
        new Prose().paragraph(2, listed).toString());
  }

  @Test
  void columnsAreReadDownwards() {
    assertEquals("", new Prose().columns(2, List.of()).toString());
    assertEquals("  a  b\n", new Prose().columns(2, List.of("a", "b")).toString());
    var names = IntStream.range(0, 5).mapToObj(i -> i + "x".repeat(29)).toList();
    assertEquals(
        List.of(
            "  " + names.get(0) + "  " + names.get(3),
            "  " + names.get(1) + "  " + names.get(4),
            "  " + names.get(2)),
        new Prose().columns(2, names).toString().lines().toList());
  }
}
