package org.unitlint.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "ff, \uDCFF",
    "c3, \uDCC3",
    "c328, \uDCC3(",
    "e28228, \uDCE2\uDC82(",
    "eda080, \uDCED\uDCA0\uDC80",
    "c0af, \uDCC0\uDCAF",
    "f8888080, \uDCF8\uDC88\uDC80\uDC80",
    "efbbbf41, \uFEFFA",
    "c3a9, é",
    "f09f9880, 😀"
  })
  void strayBytesBecomeLoneSurrogates(String hex, String text) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertEquals(text, Utf8.decode(bytes));
    assertArrayEquals(bytes, Utf8.encode(text));
    assertEquals(bytes.length, Utf8.length(text, 0, text.length()));
  }

  @Test
  void anyBytesComeBack() {
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      String text = Utf8.decode(bytes);
      assertArrayEquals(bytes, Utf8.encode(text));
      assertEquals(bytes.length, Utf8.length(text, 0, text.length()));
    }
  }
}
