package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes one word after the other from a value, as extract_first_word() of systemd does. */
final class WordReader {
  private static final int NONE = -1;

  private final Value value;
  private final String text;
  private final Words.Mode mode;
  private final List<WordFlaw> flaws = new ArrayList<>();
  private int at;

  WordReader(Value value, Words.Mode mode) {
    this.value = value;
    this.text = value.text();
    this.mode = mode;
    skipBlanks();
  }

  /** Whether everything is read. */
  boolean atEnd() {
    return at == text.length();
  }

  /** What is wrong with the words so far, and with the one that could not be read. */
  List<WordFlaw> flaws() {
    return Collections.unmodifiableList(flaws);
  }

  /** The next word; empty at the end, and for good where systemd leaves off. */
  Optional<Word> next() {
    int start = at;
    int known = flaws.size();
    int opened = NONE;
    var word = new WordBuilder();
    while (!atEnd() && (opened != NONE || !isBlank(text.charAt(at)))) {
      char c = text.charAt(at);
      if (opened == NONE ? mode.isQuote(c) : c == text.charAt(opened)) {
        opened = opened == NONE ? at : NONE;
        at++;
      } else if (mode.isEscape(c)) {
        escape(word);
      } else {
        word.add(c, at, at + 1);
        at++;
      }
    }
    if (opened != NONE) {
      // Where quotes do not match, systemd says nothing of escapes.
      flaws.subList(known, flaws.size()).clear();
      flaw(WordFlaw.Kind.UNCLOSED_QUOTE, opened, at);
    }
    if (opened != NONE || (flaws.size() > known && !mode.keepsUnknown())) {
      at = start;
      return Optional.empty();
    }
    return end(word, start);
  }

  /** The word, if it stands next exactly as written and blanks or the end follow. */
  Optional<Word> take(String raw, String meaning) {
    int start = at;
    int end = at + raw.length();
    if (!text.startsWith(raw, at) || (end < text.length() && !isBlank(text.charAt(end)))) {
      return Optional.empty();
    }
    at = end;
    var word = new WordBuilder();
    word.add(meaning, start, end);
    return end(word, start);
  }

  private Optional<Word> end(WordBuilder word, int start) {
    int end = at;
    skipBlanks();
    return end == start ? Optional.empty() : Optional.of(word.word(value, start, end));
  }

  private void escape(WordBuilder word) {
    int start = at;
    var escape = Escape.at(text, start);
    if (escape.isPresent()) {
      at += escape.get().length();
      word.add(escape.get().text(), start, at);
      return;
    }
    word.add('\\', start, start + 1);
    at++;
    if (atEnd()) {
      flaw(WordFlaw.Kind.TRAILING_BACKSLASH, start, at);
      return;
    }
    word.add(text.charAt(at), at, at + 1);
    at++;
    flaw(WordFlaw.Kind.UNKNOWN_ESCAPE, start, text.offsetByCodePoints(start, 2));
  }

  private void flaw(WordFlaw.Kind kind, int start, int end) {
    flaws.add(new WordFlaw(kind, value.at(start, end)));
  }

  private void skipBlanks() {
    while (!atEnd() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
