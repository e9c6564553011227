package org.unitlint.syntax;

import java.util.Optional;
import org.unitlint.source.Place;
import org.unitlint.source.Source;

/** Reads one line of an entry: an attribute, or a flaw. As xinetd's get_attr_op and parse_line. */
final class XinetdLineReader {
  private final Source source;
  private final XinetdLine line;
  private final String text;
  private final int end;
  private int at;
  private Value name;
  private boolean lone;
  private XinetdFlaw.Kind flaw = XinetdFlaw.Kind.BAD_OPERATOR;
  private Place place;
  private final Optional<XinetdAttribute> attribute;

  XinetdLineReader(Source source, XinetdLine line) {
    this.source = source;
    this.line = line;
    this.text = source.text();
    this.end = line.seen().end();
    this.at = line.seen().start();
    attribute = read();
    if (attribute.isEmpty()) {
      explain();
    }
  }

  /** The attribute; empty for a line that is malformed. */
  Optional<XinetdAttribute> attribute() {
    return attribute;
  }

  /** Whether there is nothing behind its first word, not even white space. */
  boolean isLone() {
    return lone;
  }

  /** Where the first word ends. */
  int nameEnd() {
    return name.place().span().end();
  }

  /** What is wrong with the line. */
  XinetdFlaw.Kind flaw() {
    return flaw;
  }

  /** What of the line is wrong. */
  Place place() {
    return place;
  }

  /** The name of the service whose head the line is. */
  Optional<Value> head() {
    var words = line.words();
    return AsciiCase.equal(name.text(), "service") && words.size() > 1
        ? Optional.of(words.get(1))
        : Optional.empty();
  }

  /** The attribute that a lone word becomes with an operator that is found in a later line. */
  XinetdAttribute found(int operator) {
    at = operator;
    var sign = sign();
    int from = operator + sign.text().length();
    return new XinetdAttribute(
        line.span(), name, operator(sign), sign, XinetdLine.words(source, from, text.length()));
  }

  private Optional<XinetdAttribute> read() {
    spaces();
    int start = at;
    while (at < end && text.charAt(at) != '=' && !XinetdLine.isSpace(text.charAt(at))) {
      at++;
    }
    name = Value.of(source, text.substring(start, at), start);
    if (at == end) {
      lone = true;
      return wrong(XinetdFlaw.Kind.LONE_WORD, name.place());
    }
    if (text.charAt(at) == '=') {
      return wrong(XinetdFlaw.Kind.NO_BLANK_BEFORE_OPERATOR, source.place(start, at + 1));
    }
    spaces();
    if (at == end) {
      return wrong(XinetdFlaw.Kind.NO_OPERATOR, name.place());
    }
    var sign = sign();
    if (sign.isEmpty()) {
      int from = at;
      while (at < end && !XinetdLine.isSpace(text.charAt(at))) {
        at++;
      }
      return wrong(XinetdFlaw.Kind.BAD_OPERATOR, source.place(from, at));
    }
    var values = XinetdLine.words(source, at + sign.text().length(), end);
    return Optional.of(new XinetdAttribute(line.span(), name, operator(sign), sign, values));
  }

  private Optional<XinetdAttribute> wrong(XinetdFlaw.Kind kind, Place where) {
    flaw = kind;
    place = where;
    return Optional.empty();
  }

  /** Braces and heads that got here have flaws of their own. */
  private void explain() {
    if (name.text().startsWith("}")) {
      int from = name.place().span().start() + 1;
      flaw = XinetdFlaw.Kind.CLOSE_NOT_ALONE;
      place = source.place(from, Math.max(from, line.place().span().end()));
      return;
    }
    boolean another = flaw == XinetdFlaw.Kind.BAD_OPERATOR;
    switch (AsciiCase.lower(name.text())) {
      case "defaults" -> flaw = XinetdFlaw.Kind.MISSING_CLOSE;
      case "service" -> flaw = another ? XinetdFlaw.Kind.MISSING_CLOSE : flaw;
      case "include", "includedir" -> flaw = another ? XinetdFlaw.Kind.INCLUDE_INSIDE : flaw;
      default -> another = false;
    }
    if (another) {
      place = name.place().to(place);
    }
  }

  private void spaces() {
    while (at < end && XinetdLine.isSpace(text.charAt(at))) {
      at++;
    }
  }

  /** The operator at this point; empty for none. */
  private Value sign() {
    for (var operator : XinetdAttribute.Operator.values()) {
      if (text.startsWith(operator.sign(), at)) {
        return Value.of(source, operator.sign(), at);
      }
    }
    return Value.of(source, "", at);
  }

  private static XinetdAttribute.Operator operator(Value sign) {
    for (var operator : XinetdAttribute.Operator.values()) {
      if (operator.sign().equals(sign.text())) {
        return operator;
      }
    }
    throw new IllegalStateException(sign.text());
  }
}
