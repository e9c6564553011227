package org.unitlint.syntax;

import java.util.ArrayList;
import java.util.List;
import org.unitlint.source.Place;

/**
 * An environment variable that systemd replaces in an argument when it runs the command. See
 * systemd.service(5), "Command lines".
 *
 * @param name may be no name at all, such as {@code A/b} of {@code $A/b}; then nothing replaces it
 * @param wholeWord whether it is {@code $NAME}, a word of its own, whose value is split into words;
 *     else it is <code>${NAME}</code>
 */
public record Variable(String name, boolean wholeWord, Place place) {
  /** Whether a variable may have such a name. */
  public boolean hasValidName() {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*");
  }

  /** The variables of the word, in order; {@code $$} is a plain dollar. */
  static List<Variable> in(Word word) {
    String text = word.text();
    if (text.startsWith("$") && !text.startsWith("${") && !text.startsWith("$$")) {
      return List.of(new Variable(text.substring(1), true, word.at(0, text.length())));
    }
    var found = new ArrayList<Variable>();
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      int end = dollar + 2;
      if (text.startsWith("{", dollar + 1)) {
        end = nameEnd(text, dollar + 2) + 1;
        if (end <= text.length() && text.charAt(end - 1) == '}') {
          var place = word.at(dollar, end);
          found.add(new Variable(text.substring(dollar + 2, end - 1), false, place));
        }
      }
      dollar = text.indexOf('$', end);
    }
    return List.copyOf(found);
  }

  /** Where the name ends: a colon makes it something that systemd leaves as it is. */
  private static int nameEnd(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != '}' && text.charAt(end) != ':') {
      end++;
    }
    return end;
  }
}
