package org.unitlint.rule;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.unitlint.catalog.Catalog;
import org.unitlint.source.Spans;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Flaw;
import org.unitlint.syntax.Junk;
import org.unitlint.syntax.Trivia;
import org.unitlint.syntax.UnitFile;

/**
 * Lines that are lines only because one before was cut: by blanks behind its last backslash, by a
 * NUL byte, or by a missing backslash, which the first of several options already tells. The cut is
 * what is wrong, not what follows it.
 */
final class Leftovers {
  private Leftovers() {}

  /** Those of the file; mostly none. */
  static Set<Element> of(UnitFile file, Catalog catalog) {
    Set<Element> found = Collections.newSetFromMap(new IdentityHashMap<>());
    var cuts = cuts(file);
    boolean cut = false;
    boolean options = false;
    for (Element element : file.elements()) {
      if (element instanceof Trivia) {
        cut &= file.source().text(element.span()).isBlank() && !endsLine(file, element);
        continue;
      }
      boolean isLine =
          element instanceof Junk
              || element instanceof Assignment
                  && catalog.named(((Assignment) element).name()).isEmpty();
      boolean option = isLine && isOption(file, element);
      if (isLine && (cut || options && option || followsNul(file, element))) {
        found.add(element);
      }
      options = option;
      cut = endsInCut(element, cuts);
    }
    return found;
  }

  private static boolean isOption(UnitFile file, Element element) {
    String text = file.source().text();
    int start = element.span().start();
    int letter = text.startsWith("--", start) ? start + 2 : start + 1;
    return text.charAt(start) == '-'
        && letter < element.span().end()
        && isLetter(text.charAt(letter));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean endsLine(UnitFile file, Element element) {
    String text = file.source().text(element.span());
    return text.endsWith("\n") || text.endsWith("\r");
  }

  private static boolean followsNul(UnitFile file, Element element) {
    int start = element.span().start();
    while (start > 0 && isBlank(file.source().text().charAt(start - 1))) {
      start--;
    }
    return start > 0 && file.source().text().charAt(start - 1) == 0;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The last backslashes of lines, where blanks follow them. */
  private static Spans cuts(UnitFile file) {
    return new Spans(
        file.flaws().stream()
            .filter(f -> f.kind() == Flaw.Kind.BLANK_AFTER_BACKSLASH)
            .map(f -> f.place().span())
            .toList());
  }

  private static boolean endsInCut(Element element, Spans cuts) {
    if (element instanceof Junk) {
      String text = ((Junk) element).text().text();
      return text.endsWith("\\") && !text.endsWith("\\\\");
    }
    return cuts.meet(element.span());
  }
}
