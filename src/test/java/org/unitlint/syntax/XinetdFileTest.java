package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.unitlint.syntax.XinetdFlaw.Kind.BAD_OPERATOR;
import static org.unitlint.syntax.XinetdFlaw.Kind.BYTE_ORDER_MARK;
import static org.unitlint.syntax.XinetdFlaw.Kind.CLOSE_NOT_ALONE;
import static org.unitlint.syntax.XinetdFlaw.Kind.INCLUDE_INSIDE;
import static org.unitlint.syntax.XinetdFlaw.Kind.INCOMPLETE;
import static org.unitlint.syntax.XinetdFlaw.Kind.LONE_WORD;
import static org.unitlint.syntax.XinetdFlaw.Kind.MISSING_CLOSE;
import static org.unitlint.syntax.XinetdFlaw.Kind.MISSING_CLOSE_OF_DISABLED;
import static org.unitlint.syntax.XinetdFlaw.Kind.MISSING_KEYWORD;
import static org.unitlint.syntax.XinetdFlaw.Kind.MISSING_NAME;
import static org.unitlint.syntax.XinetdFlaw.Kind.MISSING_OPEN;
import static org.unitlint.syntax.XinetdFlaw.Kind.NO_BLANK_BEFORE_OPERATOR;
import static org.unitlint.syntax.XinetdFlaw.Kind.NO_CLOSE_TO_SKIP_TO;
import static org.unitlint.syntax.XinetdFlaw.Kind.NO_OPERATOR;
import static org.unitlint.syntax.XinetdFlaw.Kind.NUL;
import static org.unitlint.syntax.XinetdFlaw.Kind.SECOND_DEFAULTS;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.unitlint.source.Source;

/** What xinetd makes of the text of its files, mistakes and all. */
class XinetdFileTest {
  private static final String OTHER = "service other\n{\n\tport = 2\n}\n";
  private static final String THIRD = "service third\n{\n\tport = 3\n}\n";

  @Test
  void entriesAndIncludesStandInOrder() {
    var file =
        parse(
            "# c\ninclude a b\n DEFAULTS x\n# c\n { \n\tcps  =5 10\n\t} \r\n"
                + "IncludeDir /d\nservice\tsome y\n{\nA += 1 2\nB -=\n}");
    assertEquals(List.of(), file.flaws());
    assertEquals(4, file.items().size());
    var include = (XinetdInclude) file.items().get(0);
    assertEquals("a", include.path().text());
    assertEquals("b", include.ignored().get(0).text());
    var defaults = (XinetdEntry) file.items().get(1);
    assertEquals(XinetdEntry.Kind.DEFAULTS, defaults.kind());
    assertEquals("cps =5 10", words(defaults.attributes().get(0)));
    assertTrue(((XinetdInclude) file.items().get(2)).folder());
    var service = (XinetdEntry) file.items().get(3);
    assertEquals("some", service.name().text());
    assertEquals("A +=1 2", words(service.attributes().get(0)));
    assertEquals("B -=", words(service.attributes().get(1)));
  }

  private static String words(XinetdAttribute attribute) {
    var values = attribute.values().stream().map(Value::text).toList();
    return attribute.name() + " " + attribute.sign() + String.join(" ", values);
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        of("service a {\n x = 1\n}\n" + OTHER, MISSING_OPEN, "{", 2, "", "a other"),
        of("service a\nx = 1\n}\n" + OTHER, MISSING_OPEN, "x", 2, "", "a other"),
        of("service a\n" + OTHER, MISSING_OPEN, "service", 2, "other", "a"),
        of("service a\n{\n x = 1\n} # end\n" + OTHER, CLOSE_NOT_ALONE, " # end", 4, "other", "a"),
        of(
            "service a\n{\n x = 1\n};\n" + OTHER + THIRD,
            CLOSE_NOT_ALONE,
            ";",
            4,
            "other",
            "a third"),
        of("service a\n{\n x = 1\n" + OTHER, MISSING_CLOSE, "service other", 4, "other", "a"),
        of("service a\n{\ndefaults\n {\n}\n" + OTHER, MISSING_CLOSE, "defaults", 3, "", "a other"),
        of(
            "service a\n{\n include /x\n}\n" + OTHER,
            INCLUDE_INSIDE,
            "include /x",
            3,
            "",
            "a other"),
        of("service a\n{\n x=1\n}\n" + OTHER, NO_BLANK_BEFORE_OPERATOR, "x=", 3, "", "a other"),
        of("service a\n{\n x: 1\n}\n" + OTHER, BAD_OPERATOR, "1", 3, "", "a other"),
        of("service a\n{\n x : 1\n}\n" + OTHER, BAD_OPERATOR, ":", 3, "", "a other"),
        of("service a\n{\n x + = 1\n}\n" + OTHER, BAD_OPERATOR, "+", 3, "", "a other"),
        of("service a\n{\n x \n}\n" + OTHER, NO_OPERATOR, "x", 3, "", "a other"),
        of("service a\n{\n x\n y = 1\n}\n" + OTHER, LONE_WORD, "x", 3, "", "a other"),
        of("service a\n{\n x\n\n}\n" + OTHER, LONE_WORD, "x", 3, "other", "a"),
        of("service a\n{\n x\n }\n" + OTHER + THIRD, LONE_WORD, "x", 3, "other", "a third"),
        of("service\n" + OTHER, MISSING_NAME, "service", 1, "other", ""),
        of("include\n" + OTHER, MISSING_NAME, "include", 1, "other", ""),
        of("servce a\n{\n}\n" + OTHER, MISSING_KEYWORD, "servce", 1, "", "other"),
        of("\uFEFFservice a\n{\n}\n" + OTHER, BYTE_ORDER_MARK, "\uFEFF", 1, "a", "other"),
        of("ſervice a\n{\n}\n" + OTHER, MISSING_KEYWORD, "ſervice", 1, "", "other"),
        of(
            "defaults\n{\n}\ndefaults\n{\n}\n",
            SECOND_DEFAULTS,
            "defaults",
            5,
            "",
            "defaults defaults"),
        of("service a\n{\n x = 1\0 2\n}\n", NUL, "\0", 0, "", "a"),
        of(
            "service a\n{\n disable = yes\n" + OTHER + THIRD,
            MISSING_CLOSE_OF_DISABLED,
            "service a",
            7,
            "other",
            "a third"));
  }

  private static Arguments of(
      String text, XinetdFlaw.Kind kind, String place, int line, String swallowed, String items) {
    return Arguments.of(text, kind, place, line, swallowed, items);
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void aFlawTakesWhatXinetdLoses(
      String text, XinetdFlaw.Kind kind, String place, int line, String swallowed, String items) {
    var file = parse(text);
    assertEquals(List.of(kind), file.flaws().stream().map(XinetdFlaw::kind).toList());
    var flaw = file.flaws().get(0);
    assertEquals(place, flaw.place().text());
    assertEquals(line, flaw.line());
    assertEquals(swallowed, names(flaw.swallowed()));
    assertEquals(items, names(file.entries().stream().map(XinetdEntry::name).toList()));
  }

  @Test
  void aLoneWordAtTheEndHidesTheNextHead() {
    var file = parse("service a\n{\nnice\n}\n" + OTHER + THIRD);
    assertEquals(List.of(LONE_WORD, MISSING_KEYWORD), kinds(file));
    assertEquals("other", names(file.flaws().get(0).swallowed()));
    assertTrue(file.flaws().get(1).follows());
    assertEquals(5, file.flaws().get(1).line());
    assertEquals("a third", names(file.entries().stream().map(XinetdEntry::name).toList()));
  }

  @Test
  void aLoneWordMayTakeTheValuesOfTheNextLine() {
    var file = parse("service a\n{\nnice\nx = 1\n}\n" + OTHER);
    var nice = file.entries().get(0).attributes().get(0);
    assertEquals("nice", nice.name().text());
    assertEquals("1\n}\nservice", nice.values().get(0).text());
    assertEquals(List.of(LONE_WORD, LONE_WORD, MISSING_NAME), kinds(file).subList(0, 3));
  }

  @Test
  void theRestOfBrokenDefaultsIsLost() {
    var file = parse("defaults\n{\n a= 1\n b = 2\n}\n" + OTHER);
    assertEquals(List.of(NO_BLANK_BEFORE_OPERATOR, MISSING_KEYWORD), kinds(file));
    assertTrue(file.flaws().get(1).follows());
    assertEquals("other", file.entries().get(1).name().text());
    file = parse("defaults\n{\n a= 1\n}\n" + OTHER);
    assertEquals("other", names(file.flaws().get(1).swallowed()));
  }

  @Test
  void filesMayEndTooSoon() {
    assertEquals(List.of(INCOMPLETE, NO_CLOSE_TO_SKIP_TO), kinds(parse("service a\n{\n x = 1")));
    assertEquals(List.of(INCOMPLETE), kinds(parse("defaults\n{\n x = 1")));
    assertEquals(List.of(MISSING_OPEN, NO_CLOSE_TO_SKIP_TO), kinds(parse("service a")));
    assertEquals(List.of(MISSING_KEYWORD, NO_CLOSE_TO_SKIP_TO), kinds(parse("x")));
    assertEquals(List.of(NO_CLOSE_TO_SKIP_TO), kinds(parse("service a\n{\n disable = yes")));
  }

  @Test
  void nothingIsReadBehindDisableYes() {
    var entry = parse("service a\n{\n x = 1\n Disable = YES\n y = 2\n z\n}\n").entries().get(0);
    assertEquals(2, entry.attributes().size());
    assertEquals("y", entry.unread().get(0).name().text());
    assertTrue(entry.flaw().isEmpty());
  }

  private static List<XinetdFlaw.Kind> kinds(XinetdFile file) {
    return file.flaws().stream().map(XinetdFlaw::kind).toList();
  }

  private static String names(List<Value> values) {
    return String.join(" ", values.stream().map(Value::text).toList());
  }

  private static XinetdFile parse(String text) {
    return XinetdFile.parse(Source.of("xinetd.conf", text));
  }
}
