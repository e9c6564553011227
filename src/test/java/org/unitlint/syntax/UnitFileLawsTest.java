package org.unitlint.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DiagnosticErrorListener;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.unitlint.source.Source;
import org.unitlint.source.Utf8;
import org.unitlint.support.Shared;

/** What holds for the tree of any bytes at all. */
class UnitFileLawsTest {
  private static final int MUTATIONS = 10_000;
  private static final long SEED = 252;
  private static final String[] PIECES = {
    "[Unit]",
    "[Service]",
    "[",
    "]",
    "=",
    "#",
    ";",
    "\\",
    "\\\n",
    "\n",
    "\r\n",
    "\r",
    "\n\r",
    " ",
    "\t",
    "\0",
    "\uFEFF",
    "é",
    "日本",
    "😀",
    "\uD800",
    "Description",
    "ExecStart",
    "%i",
    "\"",
    "'",
    "a b",
    "\\x41",
    "#\n",
    "; c\n",
    "\\ \n",
    "=\n",
    "[Unit",
    "~",
    "\u007F",
    "\u0001",
    "\u00A0"
  };

  @Test
  void inventedTextsPrintBack() {
    var random = new Random(SEED);
    for (int i = 0; i < MUTATIONS; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      holds(Utf8.encode(text.toString().replace('\uD800', '\uDC80')));
    }
  }

  @Test
  void mutationsOfUnitsPrintBack() throws IOException {
    var random = new Random(SEED);
    var seeds = seeds();
    for (int i = 0; i < MUTATIONS; i++) {
      holds(mutated(seeds.get(random.nextInt(seeds.size())), random));
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] mutant = bytes.clone();
    for (int n = 1 + random.nextInt(8); n > 0; n--) {
      int at = random.nextInt(mutant.length);
      if (random.nextBoolean()) {
        mutant[at] = (byte) random.nextInt(256);
      } else {
        byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
        byte[] longer = new byte[mutant.length + piece.length];
        System.arraycopy(mutant, 0, longer, 0, at);
        System.arraycopy(piece, 0, longer, at, piece.length);
        System.arraycopy(mutant, at, longer, at + piece.length, mutant.length - at);
        mutant = longer;
      }
    }
    return mutant;
  }

  /** Units of the project's own test data, and where they are there of many people and machines. */
  private static List<byte[]> seeds() throws IOException {
    var seeds = new ArrayList<byte[]>();
    var folder = Path.of(System.getProperty("unitlint.basedir", "."), "testdata");
    seeds.addAll(units(folder));
    seeds.add("[Unit]\nAfter=a.service \\\n# why\n  b.service\n\n[Service]\n".getBytes());
    var corpus = Path.of(System.getProperty("unitlint.shared", "../shared"), "corpus/units");
    if (Files.exists(corpus)) {
      seeds.addAll(units(corpus));
    }
    return seeds;
  }

  private static List<byte[]> units(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var found = new ArrayList<byte[]>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) > 0) {
          found.add(Files.readAllBytes(file));
        }
      }
      return found;
    }
  }

  @Test
  @Tag("differential")
  void filesOfManyPeopleAndMachinesPrintBack() throws Exception {
    int files = 0;
    var folders =
        List.of(Shared.path("corpus/units"), Shared.tree("minimal"), Shared.tree("server"));
    for (Path folder : folders) {
      for (byte[] bytes : units(folder)) {
        holds(bytes);
        files++;
      }
    }
    assertTrue(files > 600, files + " files only");
  }

  private static void holds(byte[] bytes) {
    var source = Source.of("a.service", bytes);
    var file = UnitFile.parse(source);
    assertArrayEquals(bytes, Utf8.encode(file.print()));
    int end = 0;
    for (Element element : file.elements()) {
      assertEquals(end, element.span().start());
      end = element.span().end();
    }
    assertEquals(source.text().length(), end);
    for (Section section : file.sections()) {
      section.assignments().forEach(a -> placed(a.key()));
      section.assignments().forEach(a -> placed(a.value()));
    }
    file.flaws().forEach(f -> f.place().endColumn());
  }

  /** The text at each character's place is that character, continuations aside. */
  private static void placed(Value value) {
    for (int i = 0; i < value.text().length(); i++) {
      String there = value.at(i, i + 1).text();
      String text = value.text().substring(i, i + 1);
      assertTrue(there.equals(text) || text.equals(" ") && there.equals("\\"), there + "/" + text);
    }
  }

  @Test
  void everyCharacterIsInOneToken() {
    var random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      int end = 0;
      for (Token token : UnitReader.tokens(Source.of("a", text.toString())).getTokens()) {
        if (token.getType() != Token.EOF) {
          assertEquals(end, token.getStartIndex());
          end = token.getStopIndex() + 1;
          assertEquals(text.substring(token.getStartIndex(), end), token.getText());
        }
      }
      assertEquals(text.length(), end);
    }
  }

  @Test
  void theGrammarIsNotAmbiguous() throws IOException {
    for (byte[] bytes : seeds()) {
      CommonTokenStream tokens = UnitReader.tokens(Source.of("a", bytes));
      var parser = new UnitParser(tokens);
      parser.removeErrorListeners();
      parser.addErrorListener(new AmbiguityListener());
      parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
      parser.file();
    }
  }

  private static final class AmbiguityListener extends DiagnosticErrorListener {
    @Override
    public void syntaxError(
        org.antlr.v4.runtime.Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String message,
        org.antlr.v4.runtime.RecognitionException e) {
      throw new AssertionError(message + " at " + line + ":" + column);
    }

    @Override
    public void reportAmbiguity(
        org.antlr.v4.runtime.Parser recognizer,
        org.antlr.v4.runtime.dfa.DFA dfa,
        int start,
        int stop,
        boolean exact,
        java.util.BitSet alternatives,
        org.antlr.v4.runtime.atn.ATNConfigSet configs) {
      throw new AssertionError("ambiguous from token " + start + " to " + stop);
    }
  }
}
