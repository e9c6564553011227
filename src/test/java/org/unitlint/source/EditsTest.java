package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits change what they name and nothing else. */
class EditsTest {
  private static String applied(String text, int start, int end, String inserted) {
    var source = Source.of("a", text);
    return Edits.apply(text, List.of(new Edit(source.place(start, end), inserted)));
  }

  /** Text, offset, what the inserted {@code x, LF, y} becomes; ends are written as letters. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '',        0, xNy
          a,         1, axNy
          aNb,       0, xNyaNb
          aRNb,      0, xRNyaRNb
          aRNb,      3, aRNxRNyb
          aRNb,      4, aRNbxRNy
          aRNbNc,    4, aRNbxNyNc
          aRNbNc,    3, aRNxNybNc
          aRNbNc,    1, axRNyRNbNc
          aRNbNc,    2, aRxRNyNbNc
          aRb,       3, aRbxRy
          aNRb,      0, xNRyaNRb
          """)
  void insertedLinesEndAsThoseAround(String text, int offset, String expected) {
    String actual = applied(ends(text), offset, offset, "x\ny");
    assertEquals(expected, actual.replace('\n', 'N').replace('\r', 'R'));
  }

  private static String ends(String text) {
    return text.replace('N', '\n').replace('R', '\r');
  }

  @Test
  void endsThatAnEditBringsAlongStay() {
    assertEquals("x\r\ny\r\na\r\n", applied("a\r\n", 0, 0, "x\r\ny\n"));
  }

  @Test
  void nothingGoesBeforeAByteOrderMark() {
    assertEquals("\uFEFF[Unit]\na=b\n", applied("\uFEFFa=b\n", 0, 0, "[Unit]\n"));
    assertEquals("\uFEFFc=d\n", applied("\uFEFFa=b\nc=d\n", 0, 5, ""));
  }

  @Test
  void insertionsAtOnePointKeepTheirOrder() {
    var source = Source.of("a", "ab");
    var edits =
        List.of(
            new Edit(source.place(1, 1), "1"),
            new Edit(source.place(1, 2), "2"),
            new Edit(source.place(0, 1), "0"));
    assertEquals("012", Edits.apply("ab", edits));
  }

  @Test
  void whatNoEditNamesStays() {
    var random = new Random(252);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      var source = Source.of("a", bytes);
      var edits = new ArrayList<Edit>();
      var expected = new StringBuilder();
      int done = 0;
      while (done < source.text().length()) {
        int start = done + random.nextInt(source.text().length() - done + 1);
        int end = start + random.nextInt(source.text().length() - start + 1);
        if (start == 0 && source.text().startsWith("\uFEFF")) {
          break;
        }
        expected.append(source.text(), done, start).append("é");
        edits.add(new Edit(source.place(start, end), "é"));
        done = end;
        if (start == end) {
          break;
        }
      }
      expected.append(source.text().substring(done));
      assertEquals(expected.toString(), Edits.apply(source.text(), edits));
    }
  }

  @Test
  void bytesThatAreNoUtf8AreWrittenAsTheyWere() throws IOException {
    byte[] bytes = {
      'a', (byte) 0xFF, (byte) 0xF0, (byte) 0x9F, (byte) 0x98, (byte) 0x80, (byte) 0xE9
    };
    String text = Utf8.decode(bytes);
    for (int cut = 0; cut <= text.length(); cut++) {
      var out = new ByteArrayOutputStream();
      try (var writer = new Utf8Writer(out)) {
        writer.write(text.substring(0, cut));
        writer.write(text.substring(cut));
      }
      assertArrayEquals(bytes, out.toByteArray());
    }
  }
}
