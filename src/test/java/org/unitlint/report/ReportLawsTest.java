package org.unitlint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** What holds for whatever is reported. */
class ReportLawsTest {
  private static final String[] PARTS = {
    "A=b",
    "x",
    " ",
    "\t",
    "\n",
    "\n",
    "\r\n",
    "\r",
    "\0",
    "\u001B[2J",
    "\u009B",
    "\u202E",
    "é",
    "e\u0301",
    "\u0301",
    "日本",
    "🚀",
    "\uD83D",
    "\uDC80",
    "\uDCFF",
    "\uFEFF",
    "\u007F",
    "\u2028"
  };

  private final Random random = new Random(17);

  private String text(int parts) {
    var out = new StringBuilder();
    for (int i = random.nextInt(parts + 1); i > 0; i--) {
      out.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return out.toString();
  }

  private Place place(Source source) {
    int start = random.nextInt(source.text().length() + 1);
    int end = start + random.nextInt(source.text().length() - start + 1);
    return source.place(start, random.nextInt(3) == 0 ? end : Math.min(end, start + 3));
  }

  private Diagnostic finding() {
    var one = Source.of(text(2) + "a", text(random.nextInt(20) == 0 ? 900 : 30));
    var two = Source.of(text(2) + "b", text(10));
    var severity = Severity.values()[random.nextInt(4)];
    var finding = Samples.RULE.at(place(one), "m" + text(4)).as(severity);
    for (int i = random.nextInt(5); i > 0; i--) {
      finding = finding.label(place(random.nextInt(4) == 0 ? two : one), text(3));
    }
    finding = random.nextBoolean() ? finding.note("n" + text(3)) : finding;
    finding = random.nextBoolean() ? finding.help("h" + text(3)) : finding;
    return finding.fix("f", true, new Edit(place(one), text(2)), new Edit(place(two), text(2)));
  }

  @Test
  void prettyOutputHoldsNothingHarmful() {
    for (int i = 0; i < 3000; i++) {
      String out = Samples.pretty(finding());
      assertTrue(out.endsWith("\n"));
      assertTrue(out.codePoints().allMatch(c -> c == '\n' || Cells.shown(c) == c), out);
      assertFalse(out.lines().anyMatch(l -> l.endsWith(" ")), out);
    }
  }

  @Test
  void marksAreBelowTheirLine() {
    for (int i = 0; i < 3000; i++) {
      var source = Source.of("a", text(30));
      var place = place(source);
      var lines = Samples.pretty(Samples.RULE.at(place, "m")).lines().toList();
      for (int at = 3; at + 1 < lines.size(); at++) {
        if (Character.isDigit(lines.get(at).charAt(0))) {
          int room = Cells.width(lines.get(at)) + trailing(source, lines.get(at)) + 2;
          String marks = lines.get(at + 1);
          assertTrue(marks.contains("^"), marks);
          assertTrue(marks.length() <= Math.max(room, 5), lines.get(at) + "\n" + marks);
        }
      }
    }
  }

  /** The cells of the blanks at the line's end, which are not shown. */
  private static int trailing(Source source, String shown) {
    String text = source.text(source.lineSpan(Integer.parseInt(shown.split(" ")[0])));
    int cells = 0;
    for (int i = text.length() - 1; i >= 0 && " \t".indexOf(text.charAt(i)) >= 0; i--) {
      cells += text.charAt(i) == '\t' ? 4 : 1;
    }
    return cells;
  }

  @Test
  void colourOnlyAdds() {
    for (int i = 0; i < 1000; i++) {
      var finding = finding();
      String coloured = Samples.write(CheckFormat.PRETTY.report(Palette.COLOUR), finding);
      String stripped = coloured.replaceAll("\u001B\\[[0-9;]*m", "");
      assertEquals(Samples.pretty(finding), stripped);
    }
  }

  @Test
  void gccWritesOneLineAFinding() {
    for (int i = 0; i < 1000; i++) {
      String out = Samples.write(CheckFormat.GCC.report(Palette.COLOUR), finding());
      assertEquals(out.length() - 1, out.indexOf('\n'));
      assertTrue(out.codePoints().allMatch(c -> c == '\n' || Cells.shown(c) == c), out);
    }
  }

  @Test
  void jsonHasEveryFinding() throws IOException {
    for (int i = 0; i < 300; i++) {
      var findings = new ArrayList<Diagnostic>();
      for (int count = random.nextInt(5); count > 0; count--) {
        findings.add(finding());
      }
      String out =
          Samples.write(
              CheckFormat.JSON.report(Palette.PLAIN), findings.toArray(Diagnostic[]::new));
      assertEquals(findings.size(), count(out, "rule"));
      assertEquals(2 * findings.size(), count(out, "start"));
      assertTrue(out.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), out);
    }
  }

  @Test
  void jsonlHasAFindingALine() throws IOException {
    for (int i = 0; i < 300; i++) {
      var findings = new ArrayList<Diagnostic>();
      for (int count = random.nextInt(5); count > 0; count--) {
        findings.add(finding());
      }
      String out =
          Samples.write(
              CheckFormat.JSONL.report(Palette.COLOUR), findings.toArray(Diagnostic[]::new));
      var lines = out.isEmpty() ? List.<String>of() : List.of(out.split("\n"));
      assertEquals(findings.size(), lines.size());
      assertTrue(out.isEmpty() || out.endsWith("\n"));
      for (String line : lines) {
        assertEquals(1, count(line, "rule"));
      }
    }
  }

  private static int count(String json, String field) throws IOException {
    int count = 0;
    try (var parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals(field)) {
          count++;
        }
      }
    }
    return count;
  }

  @Test
  void byteOffsetsAgreeWithTheSource() {
    var bytes = new ByteOffsets();
    var sources = List.of(Source.of("a", "é日🚀x\uDC80".repeat(9)), Source.of("b", "日".repeat(30)));
    for (int i = 0; i < 3000; i++) {
      var source = sources.get(random.nextInt(2));
      int offset = 6 * random.nextInt(5);
      assertEquals(source.byteOffset(offset), bytes.of(source, offset));
    }
  }

  @Test
  void tenThousandFindingsInOneBigFile() {
    var source = Source.of("big.service", "After=a.service b.service\n".repeat(20_000));
    var findings = new Diagnostic[10_000];
    for (int i = 0; i < findings.length; i++) {
      int line = 52 * i;
      findings[i] =
          Samples.RULE
              .at(source.place(line + 6, line + 15), "unknown unit")
              .label(source.place(line + 16, line + 25), "beside it")
              .fix("drop", true, new Edit(source.place(line, line + 26), ""));
    }
    for (CheckFormat format : CheckFormat.values()) {
      Assertions.assertTimeout(
          Duration.ofSeconds(5), () -> Samples.write(format.report(Palette.PLAIN), findings));
    }
  }
}
