package org.unitlint.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.UnitName;

/**
 * The units for which a wrong name may have been meant. Different words that look alike are common
 * among units, so only what is nearly the same counts.
 */
final class Neighbours {
  private static final int MAX_LONGER = 4;

  private static final int MOST_NAMES = 1000;

  private final Facts facts;
  private final Map<UnitName, Optional<UnitName>> found = new HashMap<>();

  Neighbours(Facts facts) {
    this.facts = facts;
  }

  /**
   * The name of a unit that exists, or that systemd knows, and that differs by a slip only. Each
   * name is looked up once; for the thousandth nothing is found.
   */
  Optional<UnitName> of(UnitName wrong) {
    var known = found.get(wrong);
    if (known == null) {
      known = found.size() < MOST_NAMES ? nearest(wrong) : Optional.empty();
      found.put(wrong, known);
    }
    return known;
  }

  private Optional<UnitName> nearest(UnitName wrong) {
    if (facts.isSpecial(wrong)) {
      return Optional.empty();
    }
    var swapped = otherType(wrong);
    if (swapped.isPresent()) {
      return swapped;
    }
    UnitName best = null;
    int fewest = Integer.MAX_VALUE;
    var word = new Word(wrong.prefix());
    for (KnownNames.Known known : facts.names().like(wrong)) {
      if (Math.abs(known.word().text().length() - word.text().length()) > MAX_LONGER
          || known.word().text().equals(word.text())) {
        continue;
      }
      var candidate = known.name();
      int slips = word.slips(known.word(), known.isKnownTarget());
      boolean first = best == null || candidate.compareTo(best) < 0;
      if (slips < fewest || slips == fewest && slips < Integer.MAX_VALUE && first) {
        fewest = slips;
        best = candidate;
      }
    }
    return Optional.ofNullable(best)
        .map(b -> wrong.isPlain() ? b : b.withInstance(wrong.instance().orElse("")));
  }

  /**
   * The units whose name that is without the type: targets, services and sockets, in this order.
   */
  Stream<UnitName> ofStem(String stem) {
    return Stream.of(UnitType.TARGET, UnitType.SERVICE, UnitType.SOCKET)
        .flatMap(type -> UnitName.parse(stem + "." + type.suffix()).stream())
        .filter(n -> facts.mayExist(n) || facts.isSpecial(n));
  }

  /** The service of a target's name or the other way round. */
  private Optional<UnitName> otherType(UnitName wrong) {
    if (!wrong.isPlain()) {
      return Optional.empty();
    }
    return switch (wrong.type()) {
      case SERVICE ->
          Optional.of(wrong.withType(UnitType.TARGET))
              .filter(
                  n -> n.prefix().contains("-") || facts.whole() && n.prefix().equals("network"))
              .filter(facts::isSpecial);
      case TARGET ->
          Optional.of(wrong.withType(UnitType.SERVICE))
              .filter(n -> facts.whole() && facts.mayExist(n));
      default -> Optional.empty();
    };
  }
}
