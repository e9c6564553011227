package org.unitlint.rule;

import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What somebody says is there though no file shows it.
 *
 * @param units by name
 * @param executables by path, or by the name that systemd searches for
 * @param directives by section and name
 */
public record Known(
    Predicate<String> units,
    Predicate<String> executables,
    BiPredicate<String, String> directives) {
  /** Nothing but what is shown. */
  public static final Known NONE = new Known(u -> false, e -> false, (s, d) -> false);
}
