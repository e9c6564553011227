package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/**
 * The tree of an inetd.conf as xinetd reads it. See inetd.conf(5).
 *
 * @param lines all of the file, in order and without a gap
 * @param services the lines that are no comments
 */
public record InetdFile(Source source, List<Span> lines, List<InetdLine> services) {
  public InetdFile {
    lines = List.copyOf(lines);
    services = List.copyOf(services);
  }

  /** The tree of the source; every text has one. */
  public static InetdFile parse(Source source) {
    var lexer = new InetdLexer(new FoldedChars(source.name(), source.text()));
    lexer.removeErrorListeners();
    var parser = new InetdParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    var lines = new ArrayList<Span>();
    var services = new ArrayList<InetdLine>();
    for (var line : parser.file().line()) {
      var span = new Span(line.getStart().getStartIndex(), line.getStop().getStopIndex() + 1);
      lines.add(span);
      if (line.service() != null) {
        var fields = line.service().FIELD().stream().map(TerminalNode::getSymbol);
        services.add(new InetdLine(span, fields.map(t -> value(source, t)).toList()));
      }
    }
    return new InetdFile(source, lines, services);
  }

  private static Value value(Source source, Token token) {
    return Value.of(source, token.getText(), token.getStartIndex());
  }

  /** The text that the tree was made from. */
  public String print() {
    var text = new StringBuilder(source.text().length());
    lines.forEach(l -> text.append(source.text(l)));
    return text.toString();
  }
}
