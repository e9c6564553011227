package org.unitlint.host.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegersTest {
  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "0,0",
        "-0,0",
        "+7,7",
        " 7,7",
        "010,8",
        "0o17,15",
        "0O7,7",
        "0b101,5",
        "0b 1,1",
        "0x1F,31",
        "-0x1,-1",
        "2147483647,2147483647",
        "-2147483648,-2147483648",
        "0b-1,-1",
        "007,7"
      })
  void readsNumbers(String text, int number) {
    assertEquals(OptionalInt.of(number), Integers.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''",
        "+",
        "--1",
        "7 ",
        "0x",
        "08",
        "1.5",
        "2147483648",
        "-2147483649",
        "٣",
        "0b",
        "1e3",
        "99999999999999999999999"
      })
  void refusesTheRest(String text) {
    assertEquals(OptionalInt.empty(), Integers.parse(text));
  }
}
