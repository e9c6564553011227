package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.unitlint.source.Source;
import org.unitlint.syntax.Command.Prefix;

class CommandLineTest {
  private static final int VERSION = 252;
  private static final int ROUNDS = 2_000;
  private static final String ALPHABET = "ab  \"'\\x41zs;;$${}:-@+!/./%n~|\u00e9\udcc3\0\u0001";

  /** Prefixes, path, name in brackets, arguments; then flaws with effect and place. */
  @TestFactory
  Stream<DynamicTest> commands() {
    return cases(
        VERSION,
        " => ",
        "/bin/true => /bin/true",
        "true => true",
        "/bin/true  => /bin/true",
        "/bin//echo x => /bin//echo x",
        "/bin/echo hello world => /bin/echo hello world",
        "/bin/echo \"a b\" c => /bin/echo <a b> c",
        "/bin/echo a\"b c\"d => /bin/echo <ab cd>",
        "/bin/echo 'it''s' => /bin/echo its",
        "/bin/echo \"\" => /bin/echo <>",
        "/bin/echo \\x41 \\n \\u00e9 => /bin/echo A <\n> \u00e9",
        "/bin/echo \\s => /bin/echo < >",
        "/bin/echo %% %n %i => /bin/echo %% %n %i",
        "/bin/sh -c 'echo $0' => /bin/sh -c <echo $0>",
        "'/bin/true' x => /bin/true x",
        "\"-/bin/true\" x => -/bin/true x",
        "-\"/bin/a b\" => -</bin/a b>",
        "-/bin/false => -/bin/false",
        ":/bin/echo $HOME => :/bin/echo $HOME",
        "+/bin/true => +/bin/true",
        "!/bin/true => !/bin/true",
        "!!/bin/true => !!/bin/true",
        "!-!/bin/true => -!!/bin/true",
        "-+/bin/true => -+/bin/true",
        "@/bin/sh mysh -c true => @/bin/sh [mysh] -c true",
        "@/bin/sh \"\" => @/bin/sh []",
        "@/bin/sh \\; x => @/bin/sh [;] x",
        "@-:/bin/echo zero one => @-:/bin/echo [zero] one",
        "-/nonexistent/prog => -/nonexistent/prog",
        "/nonexistent/prog => /nonexistent/prog",
        "%h/bin/x => %h/bin/x",
        "%t => %t",
        "/bin/../true => /bin/../true",
        "/bin/true\\u00e9 => /bin/true\u00e9",
        "/bin/\\x20b => </bin/ b>");
  }

  @TestFactory
  Stream<DynamicTest> semicolons() {
    return cases(
        VERSION,
        "/bin/echo a ; /bin/echo b => /bin/echo a | /bin/echo b",
        "/bin/true ; => /bin/true",
        "; /bin/true => /bin/true # EMPTY_COMMAND SILENT `;`",
        "\";\" /bin/true => /bin/true # EMPTY_COMMAND SILENT `\";\"`",
        "; => # EMPTY_COMMAND SILENT `;`",
        "a ; ; b => a | b # EMPTY_COMMAND SILENT `;`",
        "/bin/echo ';' \\; a => /bin/echo ; ; a",
        "/bin/echo one; two => /bin/echo one; two",
        "/bin/echo x ;y => /bin/echo x ;y",
        "/bin/echo \\;x => /bin/echo \\;x # UNKNOWN_ESCAPE WARNS `\\;`",
        "/bin/echo \"\\;\" => /bin/echo \\; # UNKNOWN_ESCAPE WARNS `\\;`",
        "\\; /bin/true => # UNSAFE_CHARACTER REFUSES_UNIT `\\`",
        "@/bin/true ; x => # MISSING_ARGV0 REFUSES_UNIT `@/bin/true`",
        "a ; bin/x ; c => a # RELATIVE_PATH REFUSES_UNIT `bin/x`",
        "a ; -bin/x ; c => a # RELATIVE_PATH DROPS_LINE `bin/x`");
  }

  @TestFactory
  Stream<DynamicTest> flaws() {
    return cases(
        VERSION,
        "\"\" => # EMPTY_PATH REFUSES_UNIT `\"\"`",
        "@ => # EMPTY_PATH REFUSES_UNIT `@`",
        "- => # EMPTY_PATH DROPS_LINE `-`",
        "-\"\" ; /bin/true => # EMPTY_PATH DROPS_LINE `-\"\"`",
        "@/bin/true => # MISSING_ARGV0 REFUSES_UNIT `@/bin/true`",
        "-@/bin/true => # MISSING_ARGV0 DROPS_LINE `-@/bin/true`",
        "/ => # ENDS_IN_SLASH REFUSES_UNIT `/`",
        "/bin/ => # ENDS_IN_SLASH REFUSES_UNIT `/bin/`",
        "-/bin/ => # ENDS_IN_SLASH DROPS_LINE `/bin/`",
        "%h/ => # ENDS_IN_SLASH REFUSES_UNIT `%h/`",
        "./true => # RELATIVE_PATH REFUSES_UNIT `./true`",
        "bin/true => # RELATIVE_PATH REFUSES_UNIT `bin/true`",
        "../bin/true => # RELATIVE_PATH REFUSES_UNIT `../bin/true`",
        "%%h/x => # RELATIVE_PATH REFUSES_UNIT `%%h/x`",
        "%/x => # RELATIVE_PATH REFUSES_UNIT `%/x`",
        "~/x => # NOT_A_PATH REFUSES_UNIT `~/x`",
        "$HOME/bin/x => # NOT_A_PATH REFUSES_UNIT `$HOME/bin/x`",
        ". => # NOT_A_PATH REFUSES_UNIT `.`",
        ".. => # NOT_A_PATH REFUSES_UNIT `..`",
        "$X => $X # VARIABLE_IN_PATH SILENT `$X`",
        "/opt/${V}/x => /opt/${V}/x # VARIABLE_IN_PATH SILENT `${V}`",
        "/bin/ec\\x01ho => # UNSAFE_CHARACTER REFUSES_UNIT `\\x01`",
        "/bin/\\\"x => # UNSAFE_CHARACTER REFUSES_UNIT `\\\"`",
        "/bin/\\x7f => # UNSAFE_CHARACTER REFUSES_UNIT `\\x7f`",
        "-/bin/a\\zb x => # UNSAFE_CHARACTER DROPS_LINE `\\`",
        "\\|/bin/true => # UNSAFE_CHARACTER REFUSES_UNIT `\\`",
        "/bin/echo \"unterminated => # UNCLOSED_QUOTE REFUSES_UNIT `\"unterminated`",
        "-/bin/echo \"x => # UNCLOSED_QUOTE DROPS_LINE `\"x`",
        "\"/bin/echo x => # UNCLOSED_QUOTE DROPS_LINE `\"/bin/echo x`",
        "bin/x \" => # RELATIVE_PATH REFUSES_UNIT `bin/x`",
        "/bin/echo \\z => /bin/echo \\z # UNKNOWN_ESCAPE WARNS `\\z`",
        "/bin/echo \\400 => /bin/echo \\400 # UNKNOWN_ESCAPE WARNS `\\4`",
        "/bin/echo \\xZZ => /bin/echo \\xZZ # UNKNOWN_ESCAPE WARNS `\\x`",
        "/bin/echo a\\ => /bin/echo a\\ # TRAILING_BACKSLASH WARNS `\\`",
        "/bin/echo \"a\\ => # UNCLOSED_QUOTE REFUSES_UNIT `\"a\\`");
  }

  @TestFactory
  Stream<DynamicTest> prefixes() {
    return cases(
        VERSION,
        "--/bin/true => # DOUBLED_PREFIX DROPS_LINE `-`",
        "--true => --true # DOUBLED_PREFIX SILENT `-`",
        "::/bin/true => # DOUBLED_PREFIX REFUSES_UNIT `:`",
        "!!!/bin/true => # DOUBLED_PREFIX REFUSES_UNIT `!`",
        "++/bin/true => # DOUBLED_PREFIX REFUSES_UNIT `+`",
        "+!/bin/true => # CONFLICTING_PREFIXES REFUSES_UNIT `!`",
        "!!+/bin/true => # CONFLICTING_PREFIXES REFUSES_UNIT `+`",
        "+!true => +!true # CONFLICTING_PREFIXES SILENT `!`",
        "|/bin/true => # NEWER_PREFIX REFUSES_UNIT `|`",
        "-|/bin/true => # NEWER_PREFIX DROPS_LINE `|`",
        "|true => |true # NEWER_PREFIX SILENT `|`");
  }

  @TestFactory
  Stream<DynamicTest> shellSince258() {
    return cases(
        258,
        "|echo $X => |echo $X",
        "| echo x => |<> echo x",
        "-@|bin/x 'a b' => -@|bin/x <a b>",
        "||x => ||x");
  }

  @TestFactory
  Stream<DynamicTest> variables() {
    return Stream.of(
            "$X -> *X `$X`",
            "'$X' -> *X `$X`",
            "\\x24X -> *X `\\x24X`",
            "$ -> * `$`",
            "$X/b -> *X/b `$X/b`",
            "a$X -> ",
            "$$X $$$X -> ",
            "$${X} -> ",
            "a$$${X} -> X `${X}`",
            "${X} a${Y}b${Z_1} -> X `${X}` Y `${Y}` Z_1 `${Z_1}`",
            "\"a ${X} b\" -> X `${X}`",
            "a$b${X} -> X `${X}`",
            "${X:-${Y}} -> Y `${Y}`",
            "${X:-y} -> ",
            "${X ${} a${1-} ->  `${}` 1- `${1-}`",
            "%n$X -> ")
        .map(
            line -> {
              String[] sides = line.split(" -> ", 2);
              return dynamicTest(line, () -> assertEquals(sides[1], variables(sides[0])));
            });
  }

  private static String variables(String arguments) {
    return parse("/bin/echo " + arguments, VERSION).commands().get(0).variables().stream()
        .map(v -> (v.wholeWord() ? "*" : "") + v.name() + " `" + v.place().text() + "`")
        .collect(Collectors.joining(" "));
  }

  @Test
  void colonKeepsVariables() {
    assertEquals(0, parse(":/bin/echo $X ${Y}", VERSION).commands().get(0).variables().size());
  }

  @Test
  void nameOfProcessHoldsVariables() {
    var command = parse("@/bin/echo $X/ ${Y}", VERSION).commands().get(0);
    assertEquals(2, command.variables().size());
    assertFalse(command.variables().get(0).hasValidName());
    assertTrue(command.variables().get(1).hasValidName());
  }

  @Test
  void tooLongNamesAreNoPaths() {
    assertTrue(isTaken("/bin/" + "a".repeat(255)));
    assertFalse(isTaken("/bin/" + "a".repeat(256)));
    assertTrue(isTaken("a".repeat(255)));
    assertFalse(isTaken("\u00e9".repeat(128)));
    assertTrue(isTaken("/" + "aaa/".repeat(1023) + "aa"));
    assertFalse(isTaken("/" + "aaa/".repeat(1023) + "aaa"));
  }

  private static boolean isTaken(String text) {
    return parse(text, VERSION).flaws().isEmpty();
  }

  @Test
  void placesOfCommandsAndPrefixes() {
    var line = parse("/bin/true ; !@!\"/bin/a\" b 'c' ; x", VERSION);
    var command = line.commands().get(1);
    assertEquals("!@!\"/bin/a\" b 'c'", command.place().text());
    assertEquals("!@!", command.prefixes().get(Prefix.AMBIENT).text());
    assertEquals("@", command.prefixes().get(Prefix.ARGV0).text());
    assertEquals("/bin/a", command.path().place().text());
    assertTrue(parse("%h/x", VERSION).commands().get(0).startsWithSpecifier());
    assertFalse(parse("%%h", VERSION).commands().get(0).startsWithSpecifier());
  }

  @Test
  void anyTextIsRead() {
    var random = new Random(11);
    for (int round = 0; round < ROUNDS; round++) {
      String text = WordsTest.random(random, ALPHABET, 40);
      var line = parse(text, random.nextBoolean() ? VERSION : 260);
      int end = 0;
      for (Command command : line.commands()) {
        for (Word word : words(command)) {
          var span = word.place().span();
          assertTrue(span.start() >= end && span.end() <= text.length(), text);
          end = span.end();
        }
        command.variables().forEach(v -> assertFalse(v.place().span().isEmpty(), text));
        assertTrue(command.place().span().end() <= text.length(), text);
      }
      line.flaws().forEach(flaw -> assertFalse(flaw.place().span().isEmpty(), text));
    }
  }

  private static ArrayList<Word> words(Command command) {
    var words = new ArrayList<Word>();
    words.add(command.path());
    command.argv0().ifPresent(words::add);
    words.addAll(command.arguments());
    return words;
  }

  private static Stream<DynamicTest> cases(int version, String... cases) {
    return Stream.of(cases)
        .map(
            line -> {
              String[] sides = line.split(" => ", 2);
              return dynamicTest(
                  line, () -> assertEquals(sides[1], shown(parse(sides[0], version))));
            });
  }

  private static String shown(CommandLine line) {
    var commands =
        line.commands().stream().map(CommandLineTest::shown).collect(Collectors.joining(" | "));
    var flaws =
        line.flaws().stream()
            .map(f -> "# " + f.kind() + " " + f.effect() + " `" + f.place().text() + "`")
            .collect(Collectors.joining(" "));
    return commands + (commands.isEmpty() || flaws.isEmpty() ? "" : " ") + flaws;
  }

  private static String shown(Command command) {
    var parts = new ArrayList<String>();
    var prefixes =
        command.prefixes().keySet().stream().map(Prefix::sign).collect(Collectors.joining());
    parts.add(prefixes + shown(command.path()));
    command.argv0().ifPresent(word -> parts.add("[" + word.text() + "]"));
    command.arguments().forEach(word -> parts.add(shown(word)));
    return String.join(" ", parts);
  }

  private static String shown(Word word) {
    boolean plain = !word.text().isEmpty() && word.text().chars().noneMatch(c -> c <= ' ');
    return plain ? word.text() : "<" + word.text() + ">";
  }

  private static CommandLine parse(String text, int version) {
    return CommandLine.parse(Value.of(Source.of("test", text), text, 0), version);
  }
}
