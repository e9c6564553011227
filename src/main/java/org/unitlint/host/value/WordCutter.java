package org.unitlint.host.value;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.unitlint.host.value.ValueFlaw.Effect;
import org.unitlint.source.Utf8;
import org.unitlint.syntax.Escape;

/** Takes one word after the other from a text, as extract_first_word() of systemd does. */
final class WordCutter {
  /** What separates words where nothing else is said. */
  static final String BLANKS = " \t\n\r";

  private final Text source;
  private final String text;
  private int at;
  private boolean finished;
  private Broken broken = Broken.NOT;
  private int brokenFrom;

  /** What words are made of. A backslash takes the next character as it is, if nothing is said. */
  enum Way {
    /** Quotes group and are removed. */
    UNQUOTE,
    /** A backslash begins an escape as in C. */
    UNESCAPE,
    /** A backslash makes a separator or a backslash part of the word. */
    UNESCAPE_SEPARATORS,
    /** A backslash is a character like others. */
    KEEP_ESCAPES,
    /** Between two separators is an empty word. */
    KEEP_EMPTY
  }

  private enum Broken {
    NOT,
    QUOTE,
    ESCAPE,
    BACKSLASH
  }

  /**
   * A word.
   *
   * @param text without quotes and escapes
   * @param written as it is written
   * @param from where it begins in the whole
   * @param to where it ends in the whole
   */
  record Cut(Text text, Text written, int from, int to) {}

  WordCutter(Text source) {
    this.source = source;
    this.text = source.text();
  }

  /** The next word; empty at the end, and for good where systemd leaves off. */
  Optional<Cut> next(String separators, Set<Way> ways) {
    boolean keepEmpty = ways.contains(Way.KEEP_EMPTY);
    if (finished || isBroken()) {
      return Optional.empty();
    }
    while (!keepEmpty && at < text.length() && isOneOf(separators)) {
      at++;
    }
    int start = at;
    if (at == text.length()) {
      finished = true;
      return keepEmpty ? Optional.of(cut(new Builder(), start)) : Optional.empty();
    }
    var word = new Builder();
    if (!read(separators, ways, word)) {
      return Optional.empty();
    }
    var cut = cut(word, start);
    leave(separators, keepEmpty);
    return Optional.of(cut);
  }

  private boolean isOneOf(String separators) {
    return separators.indexOf(text.charAt(at)) >= 0;
  }

  /** Goes to the end of the word; false where systemd leaves off. */
  private boolean read(String separators, Set<Way> ways, Builder word) {
    boolean escapes = !ways.contains(Way.KEEP_ESCAPES);
    boolean quotes = ways.contains(Way.UNQUOTE);
    int opened = -1;
    while (at < text.length() && (opened >= 0 || !isOneOf(separators))) {
      char c = text.charAt(at);
      if (c == '\\' && escapes) {
        if (!escape(separators, ways, word)) {
          return false;
        }
      } else if (opened >= 0 ? c == text.charAt(opened) : quotes && (c == '"' || c == '\'')) {
        opened = opened >= 0 ? -1 : at;
        at++;
      } else {
        word.add(String.valueOf(c), at, ++at);
      }
    }
    return opened < 0 || leaveOff(Broken.QUOTE, opened);
  }

  private boolean escape(String separators, Set<Way> ways, Builder word) {
    int start = at;
    if (start + 1 == text.length()) {
      return leaveOff(Broken.BACKSLASH, start);
    }
    var known = ways.contains(Way.UNESCAPE) ? Escape.at(text, start) : Optional.<Escape>empty();
    if (known.isPresent()) {
      at += known.get().length();
      word.add(known.get().text(), start, at);
      return true;
    }
    char c = text.charAt(start + 1);
    boolean strict = ways.contains(Way.UNESCAPE) || ways.contains(Way.UNESCAPE_SEPARATORS);
    boolean plain =
        ways.contains(Way.UNESCAPE_SEPARATORS) && (c == '\\' || separators.indexOf(c) >= 0);
    if (strict && !plain) {
      return leaveOff(Broken.ESCAPE, start);
    }
    at += 2;
    word.add(String.valueOf(c), start, at);
    return true;
  }

  private boolean leaveOff(Broken why, int from) {
    broken = why;
    brokenFrom = from;
    return false;
  }

  private void leave(String separators, boolean keepEmpty) {
    if (at == text.length()) {
      finished = true;
      return;
    }
    at++;
    while (!keepEmpty && at < text.length() && isOneOf(separators)) {
      at++;
    }
    finished = !keepEmpty && at == text.length();
  }

  private Cut cut(Builder word, int start) {
    return new Cut(word.text(start, at), source.part(start, at), start, at);
  }

  /** Whether the last word ended at that separator. */
  boolean stopsAt(char separator) {
    return !finished && at > 0 && text.charAt(at - 1) == separator;
  }

  /** What is not read yet. */
  Text rest() {
    return source.from(at);
  }

  /** Whether nothing is left to read. */
  boolean atEnd() {
    return finished || at == text.length();
  }

  /** Whether systemd leaves off, because of a quote or a backslash. */
  boolean isBroken() {
    return broken != Broken.NOT;
  }

  /** Why systemd leaves off. */
  ValueFlaw flaw(ValueContext context, Effect effect) {
    int end = Math.min(text.length(), brokenFrom + (broken == Broken.ESCAPE ? 2 : 1));
    var place = source.at(brokenFrom, end);
    return switch (broken) {
      case QUOTE ->
          ValueFlaw.of(effect, place, "a quote in `%s=` is not closed", context.name())
              .help("close it, or drop it");
      case ESCAPE ->
          ValueFlaw.of(
                  effect,
                  place,
                  "unknown escape `%s` in `%s=`",
                  text.substring(brokenFrom, end),
                  context.name())
              .help("write `\\\\` for a backslash")
              .instead("\\" + text.substring(brokenFrom, end), false);
      default ->
          ValueFlaw.of(effect, place, "`%s=` ends in a backslash", context.name()).help("drop it");
    };
  }

  /** Puts a word together from characters and the places where they come from. */
  private final class Builder {
    private final StringBuilder made = new StringBuilder();
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    void add(String piece, int start, int end) {
      for (int i = 0; i < piece.length(); i++) {
        if (made.length() == starts.length) {
          starts = Arrays.copyOf(starts, starts.length * 2);
          ends = Arrays.copyOf(ends, starts.length);
        }
        starts[made.length()] = start;
        ends[made.length()] = end;
        made.append(piece.charAt(i));
      }
    }

    Text text(int from, int to) {
      String word = made.toString();
      String whole = Utf8.hasSurrogates(word) ? Utf8.decode(Utf8.encode(word)) : word;
      if (whole.length() < word.length()) {
        // Bytes from escapes of their own have become characters: they stand in the whole word.
        Arrays.fill(starts, from);
        Arrays.fill(ends, to);
      }
      return source.remade(whole, starts, ends, from);
    }
  }
}
