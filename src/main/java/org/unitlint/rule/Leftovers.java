package org.unitlint.rule;

import java.util.HashSet;
import java.util.Set;
import org.unitlint.catalog.Catalog;
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
    var found = new HashSet<Element>();
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
      cut = endsInCut(file, element);
    }
    return found;
  }

  private static boolean isOption(UnitFile file, Element element) {
    return file.source().text(element.span()).matches("(?s)--?[A-Za-z].*");
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

  private static boolean endsInCut(UnitFile file, Element element) {
    if (element instanceof Junk) {
      String text = ((Junk) element).text().text();
      return text.endsWith("\\") && !text.endsWith("\\\\");
    }
    return file.flaws().stream()
        .filter(f -> f.kind() == Flaw.Kind.BLANK_AFTER_BACKSLASH)
        .anyMatch(f -> within(f, element));
  }

  private static boolean within(Flaw flaw, Element element) {
    int at = flaw.place().span().start();
    return element.span().start() <= at && at < element.span().end();
  }
}
