package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a value. See systemd.syntax(7), "Quoting".
 *
 * @param words those that systemd gets before it leaves off, if it does
 * @param flaws what is wrong with quotes and escapes
 * @param complete whether systemd reads to the end; if not, the last flaws are of the word where it
 *     leaves off
 */
public record Words(List<Word> words, List<WordFlaw> flaws, boolean complete) {
  public Words {
    words = List.copyOf(words);
    flaws = List.copyOf(flaws);
  }

  /** What quotes and backslashes mean; blanks outside of quotes separate words always. */
  public enum Mode {
    /** Both are plain characters, as in the lists of unit names of systemd 252. */
    PLAIN(false, false, false),
    /** Quotes group and are removed; a backslash is a plain character. */
    QUOTED(true, false, false),
    /** Quotes group, escapes count, an unknown escape ends the list, as in Environment=. */
    ENVIRONMENT(true, true, false),
    /** Quotes group, escapes count, an unknown escape stays as written, as in ExecStart=. */
    COMMAND(true, true, true);

    private final boolean quotes;
    private final boolean escapes;
    private final boolean keepsUnknown;

    Mode(boolean quotes, boolean escapes, boolean keepsUnknown) {
      this.quotes = quotes;
      this.escapes = escapes;
      this.keepsUnknown = keepsUnknown;
    }

    boolean isQuote(char c) {
      return quotes && (c == '"' || c == '\'');
    }

    boolean isEscape(char c) {
      return escapes && c == '\\';
    }

    boolean keepsUnknown() {
      return keepsUnknown;
    }
  }

  /** Splits the value; an empty one has no words. */
  public static Words split(Value value, Mode mode) {
    var reader = new WordReader(value, mode);
    var words = new ArrayList<Word>();
    for (Optional<Word> word = reader.next(); word.isPresent(); word = reader.next()) {
      words.add(word.get());
    }
    return new Words(words, reader.flaws(), reader.atEnd());
  }
}
