package org.unitlint.rule;

import java.util.List;
import java.util.Optional;

/** Every rule. */
public final class Rules {
  /** All rules, by code. */
  public static final List<Rule> ALL = List.of(new NotAUnit());

  private Rules() {}

  /** The rule of that code or name. */
  public static Optional<Rule> find(String codeOrName) {
    return ALL.stream()
        .filter(
            r -> r.info().code().equalsIgnoreCase(codeOrName) || r.info().name().equals(codeOrName))
        .findFirst();
  }
}
