package org.unitlint.diff;

import org.unitlint.diagnostic.Diagnostic;

/**
 * A finding of one side.
 *
 * @param path of its file, from what is compared on
 */
public record Finding(Diagnostic diagnostic, String path) {
  /** The line that it is about, without blanks at its ends. */
  String text() {
    var place = diagnostic.place();
    return place.source().text(place.source().lineSpan(place.line())).strip();
  }
}
