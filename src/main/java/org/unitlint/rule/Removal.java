package org.unitlint.rule;

import java.util.Optional;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.UnitFile;

/** Edits that take something out of a unit file. */
final class Removal {
  private Removal() {}

  /** Takes out the line, with all that continues it. */
  static Edit line(Assignment line) {
    var source = line.key().place().source();
    int start = source.lineSpan(source.line(line.span().start())).start();
    return new Edit(source.place(start, line.span().end()), "");
  }

  /**
   * Takes a word and the blanks at one side of it out of the list that it is written in, or the
   * line if it has no other; empty where the list goes on over several lines.
   */
  static Optional<Edit> word(UnitFile file, Place word) {
    return around(file, word).flatMap(line -> word(line, word));
  }

  private static Optional<Assignment> around(UnitFile file, Place word) {
    for (Element element : file.elements()) {
      if (element instanceof Assignment line
          && line.span().start() <= word.span().start()
          && line.span().end() >= word.span().end()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  private static Optional<Edit> word(Assignment line, Place word) {
    var value = line.value().place();
    if (value.span().equals(word.span())) {
      return Optional.of(line(line));
    }
    if (line.value().isContinued()) {
      return Optional.empty();
    }
    String text = word.source().text();
    int start = word.span().start();
    int end = word.span().end();
    if (end < value.span().end()) {
      while (Character.isWhitespace(text.charAt(end))) {
        end++;
      }
    } else {
      while (Character.isWhitespace(text.charAt(start - 1))) {
        start--;
      }
    }
    return Optional.of(new Edit(word.source().place(start, end), ""));
  }
}
