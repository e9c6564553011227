package org.unitlint.rule.xinetd;

import java.util.Optional;
import java.util.regex.Pattern;

/** Words without what other languages have around values: quotes, and a mark at the end. */
final class Bare {
  private static final Pattern QUOTED = Pattern.compile("([\"'])([^\"']+)\\1[;,]?");
  private static final Pattern ENDED = Pattern.compile("([^\"';,]+)[;,]");

  private Bare() {}

  /** The word within; empty where nothing is around it. */
  static Optional<String> of(String word) {
    var quoted = QUOTED.matcher(word);
    if (quoted.matches()) {
      return Optional.of(quoted.group(2));
    }
    var ended = ENDED.matcher(word);
    return ended.matches() ? Optional.of(ended.group(1)) : Optional.empty();
  }
}
