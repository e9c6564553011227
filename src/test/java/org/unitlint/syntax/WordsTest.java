package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.Words.Mode;

class WordsTest {
  private static final int ROUNDS = 2_000;
  private static final String ALPHABET =
      "ab \t\"'\\\\\\xu0174U8sn;%${}:-@+!/.~|\u00e9\ud83d\ude00\udcc3\udca9\0\n";

  @TestFactory
  Stream<DynamicTest> plain() {
    return cases(
        Mode.PLAIN,
        " -> ",
        "  \t -> ",
        "a.service -> a.service",
        " a \t b  -> a|b",
        "\"a b\" 'c -> \"a|b\"|'c",
        "a\\x2db\\ -> a\\x2db\\");
  }

  @TestFactory
  Stream<DynamicTest> quoted() {
    return cases(
        Mode.QUOTED,
        " -> ",
        "\"\" '' -> |",
        "\"a b\"c'd e' f -> a bcd e|f",
        "'it''s' -> its",
        "'a\"b' \"c'd\" -> a\"b|c'd",
        "a\\\"b\" c -> a\\b|c",
        "a\\x2d\\ -> a\\x2d\\",
        "a b\"c -> a ! UNCLOSED_QUOTE \"c",
        "a \"b' c -> a ! UNCLOSED_QUOTE \"b' c");
  }

  @TestFactory
  Stream<DynamicTest> environment() {
    return cases(
        Mode.ENVIRONMENT,
        "A=\\x41 -> A=A",
        "A=1 B=\\z C=3 -> A=1 ! UNKNOWN_ESCAPE \\z",
        "A=1 B=2\\ -> A=1 ! TRAILING_BACKSLASH \\",
        "A=\"x\\ -> ! UNCLOSED_QUOTE \"x\\",
        "A=\\z\" B -> ! UNCLOSED_QUOTE \" B",
        "\"A=x y\" 'B'=z -> A=x y|B=z");
  }

  @TestFactory
  Stream<DynamicTest> command() {
    return cases(
        Mode.COMMAND,
        "\\a\\b\\f\\n\\r\\t\\v -> \007\b\f\n\r\t\013",
        "\\\\ \\\" \\' -> \\|\"|'",
        "a\\sb -> a b",
        "a\\ b -> a\\ b ! UNKNOWN_ESCAPE \\ ",
        "\\x41\\101\\u00e9\\U0001f600 -> AA\u00e9\ud83d\ude00",
        "\\xc3\\xa9 -> \u00e9",
        "\\360\\237\\230\\200 -> \ud83d\ude00",
        "\\xc3z -> \udcc3z",
        "\\ud800 -> \udced\udca0\udc80",
        "\\377 -> \udcff",
        "\\400 -> \\400 ! UNKNOWN_ESCAPE \\4",
        "\\xZZ \\x4 \\x -> \\xZZ|\\x4|\\x ! UNKNOWN_ESCAPE \\x, UNKNOWN_ESCAPE \\x, UNKNOWN_ESCAPE"
            + " \\x",
        "\\x00 -> \\x00 ! UNKNOWN_ESCAPE \\x",
        "\\000 -> \\000 ! UNKNOWN_ESCAPE \\0",
        "\\u0000 -> \\u0000 ! UNKNOWN_ESCAPE \\u",
        "\\U0000ffff -> \\U0000ffff ! UNKNOWN_ESCAPE \\U",
        "\\Uffffffff -> \\Uffffffff ! UNKNOWN_ESCAPE \\U",
        "\\\ud83d\ude00 -> \\\ud83d\ude00 ! UNKNOWN_ESCAPE \\\ud83d\ude00",
        "'a\\z b' c -> a\\z b|c ! UNKNOWN_ESCAPE \\z",
        "a \\z\" -> a ! UNCLOSED_QUOTE \"",
        "a\\ -> a\\ ! TRAILING_BACKSLASH \\",
        "'a\\ -> ! UNCLOSED_QUOTE 'a\\");
  }

  @Test
  void characterOfWordHasItsPlace() {
    var word = words("x a\"b\\x41 \\xc3\\xa9\"d", Mode.COMMAND).words().get(1);
    assertEquals("abA \u00e9d", word.text());
    assertEquals("a\"b\\x41 \\xc3\\xa9\"d", word.place().text());
    assertEquals("\\x41", word.at(2, 3).text());
    assertEquals("b\\x41 ", word.at(1, 4).text());
    assertEquals("\\xc3\\xa9", word.at(4, 5).text());
    assertEquals("\\xc3\\xa9\"d", word.without(4).place().text());
    assertEquals(20, word.at(6, 6).span().start());
  }

  @Test
  void wordGoesOnBehindContinuation() {
    var file = UnitFile.parse(Source.of("a.service", "[Service]\nExecStart=a \"b\\\n  c\" d\n"));
    var value = file.sections().get(0).assignments().get(0).value();
    var words = Words.split(value, Mode.COMMAND).words();
    assertEquals("[a, b   c, d]", words.toString());
    assertEquals("\"b\\\n  c\"", words.get(1).place().text());
    assertEquals("d", words.get(2).place().text());
  }

  @Test
  void placesOfWordsLieInTheValueAndDoNotOverlap() {
    var random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      String text = random(random, ALPHABET, 30);
      for (Mode mode : Mode.values()) {
        verifyPlaces(text, words(text, mode));
      }
    }
  }

  private static void verifyPlaces(String text, Words words) {
    int end = 0;
    for (Word word : words.words()) {
      var span = word.place().span();
      assertTrue(span.start() >= end && span.end() <= text.length(), text);
      end = span.end();
      int last = span.start();
      for (int i = 0; i < word.text().length(); i++) {
        var at = word.at(i, i + 1).span();
        assertTrue(at.start() >= span.start() && at.end() <= span.end(), text);
        assertTrue(at.start() >= last && !at.isEmpty(), text);
        last = at.start();
      }
      assertEquals(word.text(), Utf8.decode(Utf8.encode(word.text())), text);
    }
    words.flaws().forEach(flaw -> assertTrue(flaw.place().span().end() <= text.length(), text));
    assertTrue(words.complete() || !words.flaws().isEmpty(), text);
  }

  static String random(Random random, String alphabet, int length) {
    return random
        .ints(random.nextInt(length), 0, alphabet.length())
        .mapToObj(i -> String.valueOf(alphabet.charAt(i)))
        .collect(Collectors.joining());
  }

  private static Stream<DynamicTest> cases(Mode mode, String... cases) {
    return Stream.of(cases)
        .map(
            line -> {
              String[] sides = line.split(" -> ", 2);
              return dynamicTest(line, () -> assertEquals(sides[1], shown(sides[0], mode)));
            });
  }

  private static String shown(String text, Mode mode) {
    var words = words(text, mode);
    var all = words.words().stream().map(Word::text).collect(Collectors.joining("|"));
    String gap = words.words().isEmpty() ? "" : " ";
    List<String> flaws =
        words.flaws().stream().map(f -> f.kind() + " " + f.place().text()).toList();
    return flaws.isEmpty() ? all : all + gap + "! " + String.join(", ", flaws);
  }

  private static Words words(String text, Mode mode) {
    return Words.split(Value.of(Source.of("test", text), text, 0), mode);
  }
}
