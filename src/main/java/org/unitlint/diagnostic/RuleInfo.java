package org.unitlint.diagnostic;

import java.util.Locale;
import org.unitlint.source.Place;

/**
 * What is known of a rule without running it.
 *
 * @param code family letter and number, such as U214; never used again once given
 * @param name says the bad thing, in words joined by dashes
 * @param summary one line
 */
public record RuleInfo(String code, String name, Severity severity, String summary) {
  /** A finding of this rule; the message is a format for {@code arguments}. */
  public Diagnostic at(Place place, String message, Object... arguments) {
    String text = arguments.length == 0 ? message : String.format(Locale.ROOT, message, arguments);
    return Diagnostic.of(this, place, text);
  }
}
