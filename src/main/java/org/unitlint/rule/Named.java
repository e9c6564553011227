package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;

/**
 * What a unit names, without words that other rules tell of: those that were meant as a comment
 * behind a value, and those with a specifier that is not known there.
 */
final class Named {
  private static final Pattern SPECIFIER = Pattern.compile("%[a-zA-Z0-9]");

  private Named() {}

  /** All mentions of the unit's settings, in order. */
  static List<Mention> by(Unit unit, Facts facts) {
    return facts.of(unit).mentions();
  }

  /** As {@link #by(Unit, Facts)}, looked for anew. */
  static List<Mention> in(Unit unit, Facts facts) {
    var kept = new ArrayList<Mention>();
    Mention comment = null;
    Mention last = null;
    for (Mention mention : Mentions.of(facts.machine(), unit)) {
      boolean behind = last != null && isSameSetting(last, mention);
      boolean commented = comment != null && isSameSetting(comment, mention);
      if (!commented && mention.written().startsWith("#") && behind) {
        comment = mention;
      } else if (!commented && !hasUnknownSpecifier(mention)) {
        kept.add(mention);
      }
      last = mention;
    }
    return kept;
  }

  /** Those of the directives of a section. */
  static Stream<Mention> by(Unit unit, Facts facts, String section, Set<String> directives) {
    return by(unit, facts).stream()
        .filter(m -> m.section().equals(section) && directives.contains(m.directive()));
  }

  private static boolean hasUnknownSpecifier(Mention mention) {
    boolean same = mention.text().filter(t -> t.equals(mention.written())).isPresent();
    return mention.isInvalid() && same && SPECIFIER.matcher(mention.written()).find();
  }

  private static boolean isSameSetting(Mention one, Mention other) {
    return one.path().equals(other.path())
        && one.directive().equals(other.directive())
        && one.place().line() == other.place().line();
  }
}
