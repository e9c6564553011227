package org.unitlint.rule;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.catalog.SpecialUnit;
import org.unitlint.catalog.UnitType;
import org.unitlint.host.Scope;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/**
 * The units for which a wrong name may have been meant. Different words that look alike are common
 * among units, so only what is nearly the same counts.
 */
final class Neighbours {
  private static final int SHORTEST = 5;
  private static final int SHORTEST_REPLACED = 6;
  private static final int LONG = 12;
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
    for (UnitName candidate : candidates(wrong).toList()) {
      int slips = slips(wrong.prefix(), candidate.prefix(), isKnownTarget(candidate));
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

  private boolean isKnownTarget(UnitName name) {
    return name.type() == UnitType.TARGET && facts.isSpecial(name);
  }

  private Stream<String> names() {
    var wanted =
        facts.machine().setup().scope() == Scope.USER
            ? SpecialUnit.Scope.USER
            : SpecialUnit.Scope.SYSTEM;
    var known =
        facts.catalog().specialUnits().stream()
            .filter(s -> s.scopes().contains(wanted))
            .map(SpecialUnit::name);
    return Stream.concat(facts.units().stream().map(Unit::names).flatMap(n -> n.stream()), known);
  }

  /** The names of the same form and of about the same length. */
  private Stream<UnitName> candidates(UnitName wrong) {
    String end = "." + wrong.type().suffix();
    return names()
        .filter(name -> name.endsWith(end))
        .flatMap(name -> UnitName.parse(name).stream())
        .filter(c -> Math.abs(c.prefix().length() - wrong.prefix().length()) <= MAX_LONGER)
        .filter(c -> c.isPlain() == wrong.isPlain() && !c.isInstance())
        .filter(c -> !c.prefix().equals(wrong.prefix()));
  }

  /**
   * How many slips of the hand part the words; the greatest number where they are different words.
   *
   * @param lax whether the right word is so well known that any slip counts
   */
  static int slips(String wrong, String right, boolean lax) {
    if (bare(wrong).equals(bare(right))) {
      return 0;
    }
    int shorter = Math.min(wrong.length(), right.length());
    if (shorter < SHORTEST || wrong.charAt(0) != right.charAt(0) || isVersion(wrong, right)) {
      return Integer.MAX_VALUE;
    }
    int distance = Nearest.distance(wrong, right);
    if (distance > (shorter >= LONG ? 2 : 1)) {
      return Integer.MAX_VALUE;
    }
    return lax || isSlip(wrong.split("-"), right.split("-")) ? distance : Integer.MAX_VALUE;
  }

  /** Whether the parts that differ are long enough not to be words of their own. */
  private static boolean isSlip(String[] wrong, String[] right) {
    if (wrong.length != right.length) {
      return false;
    }
    for (int i = 0; i < wrong.length; i++) {
      if (!wrong[i].equals(right[i]) && !isSlip(wrong[i], right[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSlip(String wrong, String right) {
    int shortest = isReplaced(wrong, right) ? SHORTEST_REPLACED : SHORTEST;
    return Math.min(wrong.length(), right.length()) >= shortest && !isDaemon(wrong, right);
  }

  /** Whether only a letter is another, so that neither is left out, put in or swapped. */
  private static boolean isReplaced(String one, String other) {
    int different = 0;
    for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
      different += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return one.length() == other.length() && different == 1;
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** Whether only numbers differ. */
  private static boolean isVersion(String one, String other) {
    return one.replaceAll("[0-9.]", "").equals(other.replaceAll("[0-9.]", ""));
  }

  /** Whether one has a letter more at the end, as {@code chronyd} and {@code chrony}. */
  private static boolean isDaemon(String one, String other) {
    String longer = one.length() > other.length() ? one : other;
    String shorter = longer == one ? other : one;
    return longer.length() == shorter.length() + 1 && longer.startsWith(shorter);
  }
}
