package org.unitlint.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.unitlint.catalog.Need;

/**
 * Lines that make a service less exposed.
 *
 * @param directive that they are about
 * @param against needs with any of which the service cannot have them
 */
record Measure(String directive, List<String> lines, Risk risk, Set<Need> against) {
  Measure {
    lines = List.copyOf(lines);
    against = Set.copyOf(against);
  }

  static Measure of(String line, Risk risk, Need... against) {
    return new Measure(line.substring(0, line.indexOf('=')), List.of(line), risk, Set.of(against));
  }

  /** The same, with one more need that is against it. */
  Measure unless(Need need) {
    var more = EnumSet.of(need);
    more.addAll(against);
    return new Measure(directive, lines, risk, more);
  }

  /** The same for a service of which less is known. */
  Measure riskier() {
    var more = risk == Risk.LOW ? Risk.MEDIUM : Risk.HIGH;
    return new Measure(directive, lines, more, against);
  }

  /** What it is in short. */
  String line() {
    return lines.get(lines.size() - 1);
  }
}
