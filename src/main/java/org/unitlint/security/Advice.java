package org.unitlint.security;

import java.util.List;
import java.util.Optional;

/**
 * What would make a service less exposed.
 *
 * @param now how exposed it is
 * @param suggestions the least risk first, then the greatest gain
 * @param leftOut what is not suggested, though it would help
 * @param dropin with all suggestions up to the wanted risk; empty where there are none
 * @param then how exposed it is with that drop-in, in tenths
 */
public record Advice(
    Exposure now,
    List<Suggestion> suggestions,
    List<LeftOut> leftOut,
    Optional<Dropin> dropin,
    int then) {
  public Advice {
    suggestions = List.copyOf(suggestions);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A drop-in, ready to be put in its place.
   *
   * @param path in the machine
   */
  public record Dropin(String path, String text) {}
}
