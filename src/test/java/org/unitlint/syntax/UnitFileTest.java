package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unitlint.source.Source;

/** How lines are read. See systemd.syntax(7). */
class UnitFileTest {
  /** Written and read, with {@code ⏎} for LF, {@code ␍} for CR, {@code ␀} for NUL. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "|",
        "⏎⏎|",
        "\uFEFF[A]⏎k=v|[A] k=v",
        "\uFEFF# no comment⏎|?# no comment",
        "[A]␍k=v␍|[A] k=v",
        "[A]␍⏎k=v␍⏎|[A] k=v",
        "[A]⏎k=v␀l=w|[A] k=v l=w",
        "[A]⏎ k\t=\tv w \t|[A] k=v w",
        "[A]⏎k=a=b|[A] k=a=b",
        "[A]⏎k\\=v|[A] k\\=v",
        "[A]⏎k|[A] ?k",
        "[A]⏎=v|[A] =v",
        "[A]⏎=|[A] =",
        "[A]⏎k=|[A] k=",
        "k=v⏎[A]|k=v [A]",
        "[A] # no|[A] # no",
        "[A⏎k=v|[A k=v",
        "[A]⏎# c⏎; c⏎ \t# c⏎k=v # v|[A] k=v # v",
        "[A]⏎k=a\\⏎b|[A] k=a b",
        "[A]⏎k=a\\⏎  b|[A] k=a   b",
        "[A]⏎k=a\\⏎# c\\⏎b|[A] k=a b",
        "[A]⏎k=a\\⏎# c⏎; d⏎b|[A] k=a b",
        "[A]⏎k=a\\⏎⏎b=c|[A] k=a b=c",
        "[A]⏎k=a\\|[A] k=a",
        "[A]⏎k=a\\\\⏎b=c|[A] k=a\\\\ b=c",
        "[A]⏎k=a\\ ⏎b=c|[A] k=a\\ b=c",
        "[A]⏎k\\⏎=v|[A] k=v",
        "[A]⏎k\\⏎l=v|[A] k l=v",
        "[A\\⏎B]|[A B]",
        "\\⏎[A]|[A]",
        "[A]⏎k=a\\⏎b\\⏎c⏎d=e|[A] k=a b c d=e"
      })
  void linesAreReadAsSystemdReadsThem(String written, String read) {
    String text =
        written == null ? "" : written.replace('⏎', '\n').replace('␍', '\r').replace('␀', '\0');
    var file = UnitFile.parse(Source.of("a.service", text));
    String actual =
        file.elements().stream()
            .filter(e -> !(e instanceof Trivia))
            .map(UnitFileTest::show)
            .collect(Collectors.joining(" "));
    assertEquals(read == null ? "" : read, actual);
  }

  private static String show(Element element) {
    if (element instanceof Assignment assignment) {
      return assignment.key() + "=" + assignment.value();
    }
    return element instanceof Header header ? header.text().text() : "?" + ((Junk) element).text();
  }
}
