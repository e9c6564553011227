package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource({
    "0000, 2400, 1",
    "0009, 2409, 1",
    "001B, 241B, 1",
    "0020, 0020, 1",
    "007E, 007E, 1",
    "007F, 2421, 1",
    "0080, FFFD, 1",
    "009B, FFFD, 1",
    "00A0, 00A0, 1",
    "00AD, FFFD, 1",
    "00E9, 00E9, 1",
    "0301, 0301, 0",
    "20DD, 20DD, 0",
    "FE0F, FE0F, 0",
    "1160, 1160, 0",
    "10FF, 10FF, 1",
    "1100, 1100, 2",
    "115F, 115F, 2",
    "200B, FFFD, 1",
    "200E, FFFD, 1",
    "2028, FFFD, 1",
    "202A, FFFD, 1",
    "2069, FFFD, 1",
    "2192, 2192, 1",
    "3000, 3000, 2",
    "303F, 303F, 1",
    "65E5, 65E5, 2",
    "AC00, AC00, 2",
    "D83D, FFFD, 1",
    "DC80, FFFD, 1",
    "FEFF, FFFD, 1",
    "FF21, FF21, 2",
    "FF61, FF61, 1",
    "FFFD, FFFD, 1",
    "FFFE, FFFD, 1",
    "1F680, 1F680, 2",
    "1F1E6, 1F1E6, 1",
    "20000, 20000, 2",
    "3FFFD, 3FFFD, 2",
    "E0041, FFFD, 1",
    "10FFFF, FFFD, 1",
  })
  void oneCharacter(String character, String shown, int width) {
    int c = Integer.parseInt(character, 16);
    assertEquals(Integer.parseInt(shown, 16), Cells.shown(c));
    assertEquals(width, Cells.width(c));
  }

  @Test
  void standInsAreAsWideAsTheirOriginals() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      assertEquals(Cells.width(c), Cells.width(Cells.shown(c)));
      assertEquals(Cells.shown(c), Cells.shown(Cells.shown(c)));
    }
  }

  @Test
  void plainTextIsKept() {
    String text = "`Restart=always` is refused";
    assertSame(text, Cells.clean(text));
  }

  @Test
  void cleanedText() {
    assertEquals("é␀\uFFFD🚀", Cells.clean("é\0\uDCE9🚀"));
    assertEquals(6, Cells.width("é日x🚀"));
    assertTrue(Cells.clean("").isEmpty());
  }
}
