package org.unitlint.host.value;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The grammars of all kinds of values, by the kind without its argument. */
final class Grammars {
  private static final Map<String, Grammar<?>> ALL = all();

  private Grammars() {}

  /** The grammar of the kind, which may have an argument; empty where any text is right. */
  static Optional<Grammar<?>> of(String kind) {
    int colon = kind.indexOf(':');
    return Optional.ofNullable(ALL.get(colon < 0 ? kind : kind.substring(0, colon)));
  }

  private static Map<String, Grammar<?>> all() {
    var all = new HashMap<String, Grammar<?>>();
    all.putAll(NumberGrammars.ALL);
    all.putAll(WordGrammars.ALL);
    all.putAll(PathGrammars.ALL);
    all.putAll(AddressGrammars.ALL);
    return Collections.unmodifiableMap(all);
  }
}
