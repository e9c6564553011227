package org.unitlint.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A set of capabilities, built up line by line. See systemd.exec(5), CapabilityBoundingSet=. */
final class Capabilities {
  private final boolean complement;
  private final Set<String> named;

  private Capabilities(boolean complement, Set<String> named) {
    this.complement = complement;
    this.named = named;
  }

  /** What the lines of the unit leave in its bounding set, which begins with all. */
  static Capabilities bounding(Unit unit) {
    var set = new Capabilities(true, Set.of());
    for (Setting line : lines(unit, "CapabilityBoundingSet").toList()) {
      set = set.with(line.text());
    }
    return set;
  }

  /** The lines of the directive in the order of reading, empty ones too. */
  static Stream<Setting> lines(Unit unit, String directive) {
    String section = unit.name().type().section();
    return unit.settings().all().stream()
        .filter(s -> s.section().equals(section) && s.name().equals(directive));
  }

  private Capabilities with(String line) {
    boolean inverted = line.startsWith("~");
    var words = words(inverted ? line.substring(1) : line);
    if (words.isEmpty() || complement && named.isEmpty()) {
      return new Capabilities(inverted, words);
    }
    var merged = new HashSet<>(named);
    if (inverted == complement) {
      merged.addAll(words);
    } else {
      merged.removeAll(words);
    }
    return new Capabilities(complement, merged);
  }

  private static Set<String> words(String text) {
    return new HashSet<>(
        List.of(text.toUpperCase(Locale.ROOT).replace("\"", " ").strip().split("\\s+")).stream()
            .filter(w -> w.startsWith("CAP_"))
            .toList());
  }

  /** Whether the capability of that name is in the set. */
  boolean contains(String capability) {
    return named.contains(capability.toUpperCase(Locale.ROOT)) != complement;
  }

  /** Whether it is a list of what there is, and that is something. */
  boolean isList() {
    return !complement && !named.isEmpty();
  }
}
