package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTest {
  /** The text, the offset of its {@code !}, and that place's line and column. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "'!'; 1; 1",
        "'a⏎!'; 2; 1",
        "'a␍⏎!'; 2; 1",
        "'a␍!'; 2; 1",
        "'a⏎␍!'; 2; 1",
        "'a⏎⏎!'; 3; 1",
        "'a␍␍!'; 3; 1",
        "'a␀!'; 2; 1",
        "'a⏎␀!'; 2; 1",
        "'a␀⏎!'; 3; 1",
        "'é!'; 1; 2",
        "'😀😀!'; 1; 3",
        "'a⏎b!'; 2; 2"
      })
  void linesEndAsInSystemd(String written, int line, int column) {
    String text = written.replace('⏎', '\n').replace('␍', '\r').replace('␀', '\0');
    var place = Source.of("a", text).place(text.indexOf('!'), text.indexOf('!') + 1);
    assertEquals(line, place.line());
    assertEquals(column, place.column());
  }

  @Test
  void bytesAreCountedAsInTheFile() {
    var source = Source.of("a", new byte[] {'a', (byte) 0xC3, (byte) 0xA9, (byte) 0xFF, 'b'});
    assertEquals(4, source.byteOffset(source.text().indexOf('b')));
  }
}
