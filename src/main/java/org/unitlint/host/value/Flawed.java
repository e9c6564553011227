package org.unitlint.host.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the flaws of a list; only so many that no list takes long. */
final class Flawed {
  private static final int MOST = 20;

  private final List<ValueFlaw> flaws = new ArrayList<>();

  /** One more flaw, which is made only if it still counts. */
  void add(Supplier<ValueFlaw> flaw) {
    if (flaws.size() < MOST) {
      flaws.add(flaw.get());
    }
  }

  /** Those so far, in order. */
  List<ValueFlaw> all() {
    return flaws;
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return flaws.isEmpty();
  }
}
