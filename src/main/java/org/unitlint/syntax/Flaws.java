package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.unitlint.source.Place;
import org.unitlint.source.Source;
import org.unitlint.source.Span;
import org.unitlint.source.Utf8;

/** Collects the flaws of one source while its tree is made. */
final class Flaws {
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final Source source;
  private final List<Flaw> found = new ArrayList<>();

  Flaws(Source source) {
    this.source = source;
  }

  void header(Header header) {
    if (!header.isValid()) {
      add(Flaw.Kind.BAD_HEADER, header.text().place());
    }
    logical(header.text(), header.span());
  }

  void junk(Junk line) {
    if (!line.text().isEmpty()) {
      add(Flaw.Kind.NO_EQUALS, line.text().place());
    }
    logical(line.text(), line.span());
  }

  void assignment(Assignment line) {
    if (line.key().isEmpty()) {
      add(Flaw.Kind.NO_KEY, line.place());
    }
    logical(line.key(), line.span());
    logical(line.value(), line.span());
    backslash(line.value());
  }

  /** The backslash of a continuation. */
  void continuation(Token token) {
    if (token.getStopIndex() + 1 >= source.text().length()) {
      int start = token.getStartIndex();
      add(Flaw.Kind.CONTINUED_AT_END, source.place(start, start + 1));
    }
  }

  List<Flaw> found() {
    lines();
    found.sort((a, b) -> Integer.compare(a.place().span().start(), b.place().span().start()));
    return found;
  }

  private void logical(Value text, Span span) {
    if (span.length() > MAX_LINE_BYTES / 4
        && Utf8.length(text.text(), 0, text.text().length()) > MAX_LINE_BYTES) {
      add(Flaw.Kind.LONG_LINE, text.place());
    }
    for (int i = 0; i < text.text().length(); i++) {
      char c = text.text().charAt(i);
      if (Character.isHighSurrogate(c)) {
        i++;
      } else if (Utf8.isStray(c)) {
        add(Flaw.Kind.NOT_UTF8, text.at(i, i + 1));
        return;
      }
    }
  }

  /** Blanks behind a last backslash were stripped from the value, but are there in the file. */
  private void backslash(Value value) {
    String text = value.text();
    if (!text.endsWith("\\") || !isEscaping(text)) {
      return;
    }
    Place last = value.at(text.length() - 1, text.length());
    add(Flaw.Kind.BLANK_AFTER_BACKSLASH, last);
  }

  private static boolean isEscaping(String text) {
    boolean escaping = false;
    for (int i = 0; i < text.length(); i++) {
      escaping = !escaping && text.charAt(i) == '\\';
    }
    return escaping;
  }

  /** What concerns physical lines, comments included. */
  private void lines() {
    String text = source.text();
    int nul = text.indexOf(0);
    if (nul >= 0) {
      add(Flaw.Kind.NUL, source.place(nul, nul + 1));
    }
    if (text.length() <= MAX_LINE_BYTES / 4) {
      return;
    }
    for (int line = 1; line <= source.lines(); line++) {
      Span span = source.lineSpan(line);
      if (span.length() > MAX_LINE_BYTES / 4
          && Utf8.length(text, span.start(), span.end()) >= MAX_LINE_BYTES) {
        add(Flaw.Kind.LONG_LINE, new Place(source, span));
      }
    }
  }

  private void add(Flaw.Kind kind, Place place) {
    found.add(new Flaw(kind, place));
  }
}
