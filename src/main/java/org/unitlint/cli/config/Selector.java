package org.unitlint.cli.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.rule.Rules;

/** A word for one or several rules: a code, the first characters of codes, a name, or ALL. */
public record Selector(String word) {
  /** The word that names every rule. */
  public static final String ALL = "ALL";

  private static final int NAMED = 100;

  /** The selector of that word; empty where no rule is meant by it. */
  public static Optional<Selector> of(String word) {
    boolean known = !word.isEmpty() && !Rules.matching(List.of(word)).isEmpty();
    return known || word.equals(ALL) ? Optional.of(new Selector(word)) : Optional.empty();
  }

  /** The word that is meant by one that means no rule; empty where none is close. */
  public static Optional<String> near(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (of(upper).isPresent()) {
      return Optional.of(upper);
    }
    return Nearest.of(word, Rules.ALL.stream().map(r -> r.info().name()).toList());
  }

  /** How exactly it means the rule; negative where it does not mean it. */
  int weight(RuleInfo rule) {
    if (word.equals(rule.name()) || word.equals(rule.code())) {
      return NAMED;
    }
    if (word.equals(ALL)) {
      return 0;
    }
    return rule.code().startsWith(word) ? word.length() : -1;
  }
}
