package org.unitlint.boot.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.boot.timing.TimingFile.Form;

/** What files that say how long starts take are read as. */
class TimingFileTest {
  /** The text, with {@code ;} for a line feed; then the units with their samples. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          ' 12ms'                                                   |
          0 a.service                                               | a.service=[0]
          1min 2.345s a.service                                     | a.service=[62345000]
            9us a.service ;;   1.217s b.mount                       | a.service=[9] b.mount=[1217000]
          1h 1min 1.001s dev-disk-by\\x2did.device                  | dev-disk-by\\x2did.device=[3661001000]
          2w 3d 4h a@b.service                                      | a@b.service=[1483200000000]
          5ms a.service;7ms a.service                               | a.service=[5000, 7000]
          {}                                                        |
          {"a.service": 5}                                          | a.service=[5]
          {"a.service": 5.5, "b.service": 1e3}                      | a.service=[6] b.service=[1000]
          {"a.service": [3, 1, 2]}                                  | a.service=[3, 1, 2]
          {"a.service": [3, "1.5s"], "b.service": "2ms"}            | a.service=[3, 1500000] b.service=[2000]
          {"a.service": -1}                                         |
          {"a.service": 99999999999999999999999999}                 |
          {"a.service": null, "b.service": 1}                       | b.service=[1]
          {"a.service": {"p50": 1}, "b.service": 2}                 | b.service=[2]
          {"nonsense": 4, "b.service": 2}                           | b.service=[2]
          {"a.service": 5, "b.serv                                  | a.service=[5]
          []                                                        |
          [1, {"name":"a.service","time":7}, [[]]]                  | a.service=[7]
          [{"name":"a.service","activated":9,"activating":4}]       | a.service=[5]
          [{"name":"a.service","activated":0,"activating":4,"deactivated":10,"deactivating":8}]       | a.service=[6]
          [{"name":"a.service","activated":null,"activating":4,"time":null,"x":{"name":"b.service"}}] |
          [{"unit":"a.service","time":12}]                          | a.service=[12]
          [{"time":12}]                                             |
          Id=a.service;InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=9               | a.service=[4]
          Id=a.service;InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=0               |
          Id=a.service;InactiveExitTimestampMonotonic=5;InactiveEnterTimestampMonotonic=7             | a.service=[2]
          Id=a.service;InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=3;InactiveEnterTimestampMonotonic=7 | a.service=[2]
          Id=a.service;InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=18446744073709551615 |
          InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=9;Id=a.service               | a.service=[4]
          Type=simple;;Id=a.service;InactiveExitTimestampMonotonic=5;ActiveEnterTimestampMonotonic=9  | a.service=[4]
          """)
  void forms(String text, String expected) {
    var file = TimingFile.parse(text.strip().replace(";", "\n"));
    String read =
        file.micros().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining(" "));
    assertEquals(expected == null ? "" : expected.strip(), read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          5ms a.service;oops;6ms b.service    | line 2: no time span and unit: `oops`
          5ms a.service;;6ms nonsense         | line 3: `nonsense` is no name of a unit
          5ms a.service;soon b.service        | line 2: `soon` is no time span
          5ms a.service;infinity b.service    | line 2: `infinity` is no time span
          what is this                        | neither the text of `systemd-analyze blame` or `systemctl show`, nor JSON
          {"a.service": 5,                    | line 1: this is no JSON; what follows is not read
          {;"x": 4}                           | line 2: `x` is no name of a unit
          {"a.service": true}                 | line 1: no number of microseconds for `a.service`
          {"a.service": 1} []                 | line 1: more behind the end
          [{"time":12}]                       | line 1: an object without `name`
          [{"name":"a.service"}]              | line 1: `a.service` has no `time`
          Id=a.service;ActiveEnterTimestampMonotonic=soon | line 2: `ActiveEnterTimestampMonotonic` is no time: `soon`
          """)
  void firstProblem(String text, String expected) {
    assertEquals(expected, TimingFile.parse(text.strip().replace(";", "\n")).problems().get(0));
  }

  @Test
  void theFormIsToldByTheContent() {
    assertEquals(Form.BLAME, TimingFile.parse("\n 5ms a.service").form().orElseThrow());
    assertEquals(Form.SHOW, TimingFile.parse("\n\nType=simple\n").form().orElseThrow());
    assertEquals(Form.PLOT, TimingFile.parse(" [").form().orElseThrow());
    assertEquals(Form.MAP, TimingFile.parse("\uFEFF{}").form().orElseThrow());
    assertTrue(TimingFile.parse("").form().isEmpty());
    assertTrue(TimingFile.parse("\u0000\n\u0001").form().isEmpty());
  }

  @Test
  void manyProblemsAreToldShort() {
    var file = TimingFile.parse("1s a.service\n" + "x\n".repeat(1000));
    assertEquals("and 980 more such lines", file.problems().get(20));
  }

  @Test
  void longLinesTakeNoTime() {
    int length = 2_000_000;
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String piece : new String[] {" ", "1", "1 ", "a=", "[", "{\"", "\n", "Id=a\n"}) {
            TimingFile.parse("Id=a.service\n" + piece.repeat(length / piece.length()));
            TimingFile.parse(piece.repeat(length / piece.length()));
          }
        });
  }

  @Test
  void anythingIsRead() {
    String[] pieces = {
      "Id=",
      "a.service",
      "5ms",
      " ",
      "\n",
      "{",
      "}",
      "[",
      "]",
      "\"",
      ":",
      ",",
      "1",
      "\u0000",
      "é",
      "InactiveExitTimestampMonotonic=",
      "name",
      "time",
      "Names=",
      "\\",
      "-",
      ".",
      "null",
      "\ud800"
    };
    var random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      var file = TimingFile.parse(text.toString());
      file.problems().forEach(p -> assertEquals(1, p.lines().count(), p));
    }
  }
}
