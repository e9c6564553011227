package org.unitlint.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Mention;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;
import org.unitlint.syntax.Assignment;

/** Edits that add and remove whole lines of a file, in the style of the lines around. */
final class Lines {
  private static final Pattern SEPARATOR = Pattern.compile("[ \\t]*=[ \\t]*+(?!\\\\?[\\r\\n])");
  private static final Pattern CONTINUED = Pattern.compile("(?s).*\\\\[\\r\\n]*");

  private Lines() {}

  /** A new line behind the other, with its indentation and its blanks around the {@code =}. */
  static Edit after(Assignment line, String name, String value) {
    var source = source(line);
    int end = line.span().end();
    String text = styled(line, name, value);
    if (endsLine(source, end)) {
      boolean continued = CONTINUED.matcher(source.text(line.span())).matches();
      return continued ? above(line, text) : new Edit(source.place(end, end), text + "\n");
    }
    return new Edit(source.place(end, end), "\n" + text);
  }

  /** As {@link #after}, but before the other line. */
  static Edit before(Assignment line, String name, String value) {
    return above(line, styled(line, name, value));
  }

  private static Edit above(Assignment line, String text) {
    int start = start(line);
    return new Edit(source(line).place(start, start), text + "\n");
  }

  private static String styled(Assignment line, String name, String value) {
    var source = source(line);
    var key = line.key().place().span();
    String indent = source.text(new Span(start(line), key.start()));
    Matcher separator = SEPARATOR.matcher(source.text());
    separator.region(key.end(), source.text().length());
    return (indent.isBlank() ? indent : "")
        + name
        + (separator.lookingAt() && !value.isEmpty() ? separator.group() : "=")
        + value;
  }

  /** The line taken away; a file without an end of its last line stays one. */
  static Edit removal(Assignment line) {
    var source = source(line);
    int start = start(line);
    int end = line.span().end();
    int number = source.line(start);
    boolean last = !endsLine(source, end) && number > 1;
    return new Edit(source.place(last ? source.lineSpan(number - 1).end() : start, end), "");
  }

  private static Source source(Assignment line) {
    return line.key().place().source();
  }

  private static int start(Assignment line) {
    return start(source(line), line.span().start());
  }

  /** Where the line begins that holds the offset, behind a byte order mark. */
  static int start(Source source, int offset) {
    int start = source.lineSpan(source.line(offset)).start();
    return start == 0 && source.text().startsWith("\uFEFF") ? 1 : start;
  }

  /** Whether the character before the offset ends a line. */
  static boolean endsLine(Source source, int offset) {
    char last = offset == 0 ? '\n' : source.text().charAt(offset - 1);
    return last == '\n' || last == '\r';
  }

  /** The finding with a fix that adds the setting behind the one that has the word. */
  static Diagnostic add(
      Diagnostic found, Mention mention, Unit unit, String name, String value, boolean safe) {
    return unit.settings()
        .at(mention.place())
        .map(
            s -> {
              var edit = after(s.assignment(), name, value);
              return found.fix("add `" + name + "=" + value + "`", safe, edit);
            })
        .orElse(found);
  }

  /** The finding with a fix that takes the word out of its line. */
  static Diagnostic remove(Diagnostic found, Mention mention, Unit unit, boolean safe) {
    return without(mention, unit)
        .map(edit -> found.fix("remove `" + mention.written() + "`", safe, edit))
        .orElse(found);
  }

  /** The finding with a fix that drops the line of the value at the place. */
  static Diagnostic drop(Diagnostic found, Place value, Unit unit) {
    return unit.settings()
        .at(value)
        .map(s -> found.fix("drop the line", false, removal(s.assignment())))
        .orElse(found);
  }

  /**
   * Takes the word out of its line, or the line away where it has no other; empty for the entry of
   * a folder, and where the word stands alone on one of several lines.
   */
  static Optional<Edit> without(Mention mention, Unit unit) {
    return unit.settings().at(mention.place()).flatMap(s -> without(mention.place(), s));
  }

  private static Optional<Edit> without(Place word, Setting setting) {
    if (word.span().equals(setting.place().span())) {
      return Optional.of(removal(setting.assignment()));
    }
    String text = word.source().text();
    int start = word.span().start();
    int end = word.span().end();
    boolean first = start == setting.place().span().start();
    while (first && end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    while (!first && isBlank(text.charAt(start - 1))) {
      start--;
    }
    boolean alone =
        first
            ? "\\\r\n".indexOf(text.charAt(end)) >= 0
            : "\r\n".indexOf(text.charAt(start - 1)) >= 0;
    return alone ? Optional.empty() : Optional.of(new Edit(word.source().place(start, end), ""));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
