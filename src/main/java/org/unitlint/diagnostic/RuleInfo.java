package org.unitlint.diagnostic;

import java.util.Arrays;
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
  private static final int LONGEST_ARGUMENT = 120;

  /**
   * A finding of this rule; the message is a format for {@code arguments}, of which long ones are
   * cut.
   */
  public Diagnostic at(Place place, String message, Object... arguments) {
    if (arguments.length == 0) {
      return Diagnostic.of(this, place, message);
    }
    Object[] shown = Arrays.stream(arguments).map(RuleInfo::cut).toArray();
    return Diagnostic.of(this, place, String.format(Locale.ROOT, message, shown));
  }

  private static Object cut(Object argument) {
    boolean isLong = argument instanceof String text && text.length() > LONGEST_ARGUMENT;
    return isLong ? ((String) argument).substring(0, LONGEST_ARGUMENT - 1) + "…" : argument;
  }
}
