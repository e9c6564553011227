package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.unitlint.source.Source;
import org.unitlint.source.Span;

/** Makes the tree of one source. */
final class UnitReader {
  private final Source source;
  private final List<Element> elements = new ArrayList<>();
  private final Flaws flaws;
  private List<Token> tokens = List.of();
  private int next;

  UnitReader(Source source) {
    this.source = source;
    this.flaws = new Flaws(source);
  }

  UnitFile read() {
    var stream = tokens(source);
    var file = parse(stream);
    tokens = stream.getTokens();
    var orphans = new ArrayList<Assignment>();
    var stray = new ArrayList<Junk>();
    file.line().forEach(line -> line(line, orphans, stray));
    var sections = file.section().stream().map(this::section).toList();
    trivia(tokens.size() - 1);
    return new UnitFile(source, elements, orphans, stray, sections, flaws.found());
  }

  /** All tokens of the source, hidden ones included, the last being the end of the file. */
  static CommonTokenStream tokens(Source source) {
    var lexer = new UnitLexer(new FoldedChars(source.name(), source.text()));
    lexer.removeErrorListeners();
    var stream = new CommonTokenStream(lexer);
    stream.fill();
    return stream;
  }

  private static UnitParser.FileContext parse(CommonTokenStream stream) {
    var parser = new UnitParser(stream);
    parser.removeErrorListeners();
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    parser.setErrorHandler(new BailErrorStrategy());
    try {
      return parser.file();
    } catch (ParseCancellationException e) {
      stream.seek(0);
      parser.reset();
      parser.getInterpreter().setPredictionMode(PredictionMode.LL);
      parser.setErrorHandler(new DefaultErrorStrategy());
      return parser.file();
    }
  }

  private Section section(UnitParser.SectionContext context) {
    var header = header(context.header());
    var assignments = new ArrayList<Assignment>();
    var junk = new ArrayList<Junk>();
    context.line().forEach(line -> line(line, assignments, junk));
    return new Section(header, assignments, junk);
  }

  private Header header(UnitParser.HeaderContext context) {
    var header = new Header(take(context), joined(context.children));
    elements.add(header);
    flaws.header(header);
    return header;
  }

  private void line(UnitParser.LineContext context, List<Assignment> assignments, List<Junk> junk) {
    var span = take(context);
    var assigned = context.assigned();
    if (assigned == null) {
      var line = new Junk(span, joined(context.key().children));
      elements.add(line);
      junk.add(line);
      flaws.junk(line);
      return;
    }
    Token equals = assigned.EQUALS().getSymbol();
    var key =
        context.key() == null
            ? Value.of(source, equals.getText().replace("=", ""), equals.getStartIndex())
            : joined(context.key().children, equals);
    var value = joined(assigned.children.subList(1, assigned.children.size()));
    if (value.isEmpty()) {
      value = Value.of(source, "", equals.getStopIndex() + 1);
    }
    var line = new Assignment(span, key, value);
    elements.add(line);
    assignments.add(line);
    flaws.assignment(line);
  }

  /** The span of a line's tokens; the trivia before them become elements of their own. */
  private Span take(ParserRuleContext context) {
    trivia(context.getStart().getTokenIndex());
    next = context.getStop().getTokenIndex() + 1;
    return new Span(context.getStart().getStartIndex(), context.getStop().getStopIndex() + 1);
  }

  private void trivia(int end) {
    for (; next < end; next++) {
      var token = tokens.get(next);
      var kind =
          switch (token.getType()) {
            case UnitLexer.COMMENT -> Trivia.Kind.COMMENT;
            case UnitLexer.MARK -> Trivia.Kind.BYTE_ORDER_MARK;
            default -> Trivia.Kind.BLANK;
          };
      elements.add(new Trivia(kind, new Span(token.getStartIndex(), token.getStopIndex() + 1)));
    }
  }

  private Value joined(List<ParseTree> nodes) {
    return joined(nodes, null);
  }

  /** The joined text of the nodes; a backslash of the {@code =} behind a key belongs to the key. */
  private Value joined(List<ParseTree> nodes, Token equals) {
    var join = new Joined(source);
    for (ParseTree node : nodes) {
      if (!(node instanceof TerminalNode terminal)) {
        continue;
      }
      Token token = terminal.getSymbol();
      switch (token.getType()) {
        case UnitLexer.CONTINUED -> {
          join.add(token.getStartIndex(), " ");
          flaws.continuation(token);
        }
        default -> join.add(token.getStartIndex(), token.getText());
      }
    }
    if (equals != null && equals.getStopIndex() > equals.getStartIndex()) {
      join.add(equals.getStartIndex(), "\\");
    }
    return join.stripped();
  }
}
