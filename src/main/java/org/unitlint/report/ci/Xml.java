package org.unitlint.report.ci;

import java.io.IOException;
import java.io.Writer;
import org.unitlint.report.svg.Markup;

/** What documents of XML have in common. */
final class Xml {
  private Xml() {}

  /** A document that goes there, of which only the first line is written. */
  static Markup begin(Writer out) throws IOException {
    return new Markup(out).verbatim("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** A number as the value of an attribute. */
  static String number(int number) {
    return String.valueOf(number);
  }
}
