package org.unitlint.rule.xinetd;

import java.util.List;
import java.util.Optional;
import org.unitlint.host.xinetd.XinetdService;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.AsciiCase;
import org.unitlint.syntax.Value;
import org.unitlint.syntax.XinetdAttribute;
import org.unitlint.syntax.XinetdEntry;

/** Lines of entries, and edits that change them. */
final class Lines {
  private Lines() {}

  /** The line that holds the place; empty for a place outside of entries. */
  static Optional<XinetdAttribute> at(XinetdView view, Place place) {
    return view.line(place).filter(a -> place.span().end() <= a.span().end());
  }

  /** The entry that holds the place. */
  static Optional<XinetdEntry> entry(XinetdView view, Place place) {
    return view.entry(place).filter(e -> place.span().end() <= e.span().end());
  }

  /** The line of its own entry that gives the attribute, if it is one and the only one. */
  static Optional<XinetdAttribute> own(XinetdService service, String attribute, XinetdView view) {
    var lines =
        entry(view, service.place()).stream()
            .flatMap(e -> e.attributes().stream())
            .filter(a -> a.is(attribute))
            .toList();
    return lines.size() == 1 ? Optional.of(lines.get(0)) : Optional.empty();
  }

  /** The value of the line that is that word in any case. */
  static Optional<Value> word(XinetdAttribute line, String word) {
    return line.values().stream().filter(v -> AsciiCase.equal(v.text(), word)).findFirst();
  }

  /** The line as it is written, with one blank between its words. */
  static String text(XinetdAttribute line) {
    var words = new StringBuilder(line.name().text() + " " + line.sign().text());
    line.values().forEach(v -> words.append(' ').append(v.text()));
    return words.toString();
  }

  /** Takes the line out. */
  static Edit without(XinetdAttribute line) {
    return new Edit(line.name().place().source().place(line.span().start(), line.span().end()), "");
  }

  /** Takes one value and the blanks before it out, or the line if it has no other. */
  static Edit without(XinetdAttribute line, Value value) {
    List<Value> all = line.values();
    if (all.size() == 1) {
      return without(line);
    }
    int index = all.indexOf(value);
    var span = value.place().span();
    int start = index == 0 ? span.start() : all.get(index - 1).place().span().end();
    int end = index == 0 ? all.get(1).place().span().start() : span.end();
    return new Edit(value.place().source().place(start, end), "");
  }

  /** The blanks before the first word of the line. */
  static String indent(XinetdAttribute line) {
    var source = line.name().place().source();
    int start = source.lineSpan(line.name().place().line()).start();
    return source.text().substring(start, line.name().place().span().start());
  }

  /** Adds a line before another, indented as it is. */
  static Edit before(XinetdAttribute line, String text) {
    var source = line.name().place().source();
    int start = source.lineSpan(line.name().place().line()).start();
    return new Edit(source.place(start, start), indent(line) + text + "\n");
  }
}
