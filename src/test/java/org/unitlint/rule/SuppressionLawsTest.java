package org.unitlint.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Machine;
import org.unitlint.host.Scope;
import org.unitlint.host.Setup;
import org.unitlint.source.MemoryTree;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Trivia;
import org.unitlint.syntax.UnitFile;

/** What holds for a comment above any line of any file. */
class SuppressionLawsTest {
  private static final String MARK = "# unitlint: ignore=";

  /** It keeps those findings silent that it names and the line has, and no others. */
  @Test
  void aCommentAboveAFindingSilencesItAlone() throws IOException {
    int tried = 0;
    for (String text : texts()) {
      var found = check(text);
      for (Diagnostic finding : found) {
        var line = line(finding);
        if (line.isPresent()) {
          tried++;
          verify(text, found, finding, line.get());
        }
      }
    }
    assertTrue(tried > 200, "only " + tried + " findings");
  }

  private static void verify(
      String text, List<Diagnostic> found, Diagnostic finding, Element line) {
    var source = finding.place().source();
    int at = source.lineSpan(source.line(line.span().start())).start();
    String comment = MARK + finding.rule().code() + " -- for the test\n";
    var now = check(text.substring(0, at) + comment + text.substring(at));
    var expected =
        found.stream()
            .filter(
                d ->
                    !d.rule().equals(finding.rule())
                        || d.place().source() != source
                        || !isIn(d, line))
            .map(SuppressionLawsTest::shown)
            .sorted()
            .toList();
    assertEquals(
        expected, now.stream().map(SuppressionLawsTest::shown).sorted().toList(), comment + text);
  }

  /** A comment that names what the line does not have is told, and nothing else changes. */
  @Test
  void anIdleCommentIsTold() throws IOException {
    for (String text : texts()) {
      var found = check(text);
      boolean without = found.stream().noneMatch(d -> d.rule().code().equals("U104"));
      if (without && !text.isEmpty() && text.charAt(0) != '\uFEFF' && isPlain(text)) {
        var now = new ArrayList<>(check(MARK + "U104\n" + text));
        assertTrue(now.removeIf(d -> d.rule().code().equals("S021")), text);
        assertEquals(
            found.stream().map(SuppressionLawsTest::shown).sorted().toList(),
            now.stream().map(SuppressionLawsTest::shown).sorted().toList(),
            text);
      }
    }
  }

  /** Whether the file is one for units, so that its rules were asked. */
  private static boolean isPlain(String text) {
    return Foreign.of(UnitFile.parse(org.unitlint.source.Source.of("a", text))).isEmpty();
  }

  private static String shown(Diagnostic finding) {
    return finding.rule().code() + " " + finding.message();
  }

  private static boolean isIn(Diagnostic finding, Element line) {
    int start = finding.place().span().start();
    var source = finding.place().source();
    return start >= source.lineSpan(source.line(line.span().start())).start()
        && (start < line.span().end() || start == source.text().length());
  }

  /** The logical line that the finding is in. */
  private static Optional<Element> line(Diagnostic finding) {
    var source = finding.place().source();
    boolean named = source.text().isEmpty() || source.text().startsWith("\uFEFF");
    return named
        ? Optional.empty()
        : UnitFile.parse(source).elements().stream()
            .filter(e -> !(e instanceof Trivia) && isIn(finding, e))
            .findFirst();
  }

  private static List<Diagnostic> check(String text) {
    var tree = new MemoryTree().file("/clock.service", Utf8.encode(text), false);
    var setup = Setup.folders(Scope.SYSTEM, 257, List.of("/"));
    return new Linter(new Machine(tree, setup), Rules.ALL).check(path -> true).diagnostics();
  }

  /** The examples of all pages that are not about comments, and the files of many people. */
  private static List<String> texts() throws IOException {
    var texts = new ArrayList<String>();
    for (Rule rule : Rules.ALL) {
      Page.of(rule.info()).blocks().stream()
          .filter(b -> b.info().startsWith("ini ") && b.info().endsWith(".service"))
          .filter(b -> b.body().length() < 10_000 && !b.body().contains("unitlint"))
          .forEach(b -> texts.add(b.body()));
    }
    var corpus = Path.of(System.getProperty("unitlint.shared", "../shared"), "corpus/units");
    if (Files.exists(corpus)) {
      try (Stream<Path> files = Files.walk(corpus)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          texts.add(Utf8.decode(Files.readAllBytes(file)));
        }
      }
    }
    return texts;
  }
}
