package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/**
 * The lines of one file as xinetd reads them, one after the other. It cuts lines in its buffer, and
 * a word that stands alone makes it cut those behind.
 */
final class XinetdLines {
  private final Source source;
  private final String text;
  private final List<XinetdLine> all = new ArrayList<>();
  private final BitSet hidden = new BitSet();
  private int[] ends = new int[16];
  private int next;
  private int uncounted;
  private int wordsOnlyFrom = Integer.MAX_VALUE;

  XinetdLines(Source source) {
    this.source = source;
    this.text = source.text();
    for (var line : parse(source).line()) {
      add(line);
    }
  }

  private static XinetdParser.FileContext parse(Source source) {
    var parser = new XinetdParser(tokens(source));
    parser.removeErrorListeners();
    return parser.file();
  }

  /** All tokens of the source, the last being the end of the file. */
  static CommonTokenStream tokens(Source source) {
    var lexer = new XinetdLexer(new FoldedChars(source.name(), source.text()));
    lexer.removeErrorListeners();
    var stream = new CommonTokenStream(lexer);
    stream.fill();
    return stream;
  }

  private void add(XinetdParser.LineContext line) {
    int start = line.getStart().getStartIndex();
    int end = line.getStop().getStopIndex() + 1;
    int seen = text.charAt(end - 1) == '\n' ? end - 1 : end;
    int nul = nul(start, seen);
    var kind = kind(line);
    if (nul >= 0 && kind != XinetdLine.Kind.COMMENT) {
      seen = nul;
    }
    if (all.size() == ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[all.size()] = seen;
    all.add(new XinetdLine(source, kind, new Span(start, end), new Span(start, seen)));
  }

  private int nul(int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == 0) {
        return i;
      }
    }
    return -1;
  }

  private static XinetdLine.Kind kind(XinetdParser.LineContext line) {
    var first = line.getChild(0) instanceof TerminalNode node ? node.getSymbol().getType() : 0;
    return switch (first) {
      case XinetdLexer.COMMENT -> XinetdLine.Kind.COMMENT;
      case XinetdLexer.EMPTY -> XinetdLine.Kind.EMPTY;
      case XinetdLexer.OPEN -> XinetdLine.Kind.OPEN;
      case XinetdLexer.CLOSE -> XinetdLine.Kind.CLOSE;
      default -> XinetdLine.Kind.WORDS;
    };
  }

  List<XinetdLine> all() {
    return all;
  }

  /** The next line that is neither empty nor a comment; empty at the end of the file. */
  Optional<XinetdLine> next() {
    while (next < all.size()) {
      int index = next++;
      if (hidden.get(index)) {
        uncounted++;
        continue;
      }
      var line = seen(index);
      if (!line.isSkipped()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** The number that xinetd gives to the line that was read last. */
  int count() {
    return next - uncounted;
  }

  /** Where the line ends that was read last. */
  int position() {
    return next == 0 ? 0 : all.get(next - 1).span().end();
  }

  private XinetdLine seen(int index) {
    var line = all.get(index);
    int end = end(index);
    if (end == line.seen().end() || line.kind() == XinetdLine.Kind.COMMENT) {
      return line;
    }
    int start = line.span().start();
    return new XinetdLine(source, kind(start, end), line.span(), new Span(start, end));
  }

  private int end(int index) {
    int end = ends[index];
    if (end < wordsOnlyFrom) {
      return end;
    }
    int at = Math.max(wordsOnlyFrom, all.get(index).span().start());
    while (at < end && !XinetdLine.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private XinetdLine.Kind kind(int start, int end) {
    int at = start;
    while (at < end && XinetdLine.isSpace(text.charAt(at))) {
      at++;
    }
    if (at == end) {
      return XinetdLine.Kind.EMPTY;
    }
    char first = text.charAt(at);
    boolean alone = true;
    for (int i = at + 1; i < end; i++) {
      alone &= XinetdLine.isSpace(text.charAt(i));
    }
    return first == '#'
        ? XinetdLine.Kind.COMMENT
        : alone && first == '{'
            ? XinetdLine.Kind.OPEN
            : alone && first == '}' ? XinetdLine.Kind.CLOSE : XinetdLine.Kind.WORDS;
  }

  /**
   * What xinetd does with the attribute that ends with its line, so that neither white space nor
   * {@code =} is behind it: it looks on in the lines that follow, and ends them where it finds one.
   *
   * @param end where the name of the attribute ends
   * @param lost gets the heads of services that are lost for it
   * @return where the operator is that xinetd finds; empty for none
   */
  Optional<Integer> lookOn(int end, List<Value> lost) {
    int own = all.get(next - 1).span().end() - 1;
    int at = end + 1;
    while (at < text.length() && (at == own || !ends(text.charAt(at)))) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '=') {
      cut(at, lost);
      return Optional.empty();
    }
    cut(at, lost);
    while (at < text.length() && XinetdLine.isSpace(text.charAt(at))) {
      at++;
    }
    boolean signed =
        at + 1 < text.length() && "+-".indexOf(text.charAt(at)) >= 0 && text.charAt(at + 1) == '=';
    boolean found = signed || at < text.length() && text.charAt(at) == '=';
    if (!found || wordsOnlyFrom < Integer.MAX_VALUE) {
      return Optional.empty();
    }
    wordsOnlyFrom = at + (signed ? 2 : 1);
    return Optional.of(at);
  }

  private static boolean ends(char c) {
    return c == '=' || XinetdLine.isSpace(c);
  }

  /** Puts a NUL at the offset, which lies in a line that is still to be read. */
  private void cut(int at, List<Value> lost) {
    int index = next - 1;
    while (index < all.size() && all.get(index).span().end() <= at) {
      index++;
    }
    if (index >= all.size()) {
      return;
    }
    if (text.charAt(at) == '\n') {
      hidden.set(index + 1);
      if (index + 1 < all.size()) {
        head(all.get(index + 1)).ifPresent(lost::add);
      }
    } else {
      head(all.get(index)).ifPresent(lost::add);
      ends[index] = Math.min(ends[index], at);
    }
  }

  /** The name of the service whose head the line is. */
  Optional<Value> head(XinetdLine line) {
    if (line.kind() != XinetdLine.Kind.WORDS) {
      return Optional.empty();
    }
    var words = line.words();
    boolean head =
        words.size() > 1
            && AsciiCase.equal(words.get(0).text(), "service")
            && "=+-".indexOf(words.get(1).text().charAt(0)) < 0;
    return head ? Optional.of(words.get(1)) : Optional.empty();
  }
}
