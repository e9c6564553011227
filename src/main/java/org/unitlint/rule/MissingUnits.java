package org.unitlint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.Nearest;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;
import org.unitlint.source.Edit;

/** The mentions of one unit that name no unit which is there. */
final class MissingUnits {
  /** Of a word that a unit has more often only the one place is told. */
  private static final int MOST_SAME = 20;

  private final Unit unit;
  private final Facts facts;
  private final Neighbours neighbours;
  private final List<Mention> mentions;
  private final Map<String, List<Mention>> bySpelling;

  MissingUnits(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
    this.neighbours = new Neighbours(facts);
    this.mentions = Named.by(unit, facts);
    this.bySpelling = mentions.stream().collect(Collectors.groupingBy(Mention::written));
  }

  /** Those of the directives, units left out that no systemd has any more. */
  Stream<Mention> of(String section, Set<String> directives) {
    return mentions.stream()
        .filter(m -> m.section().equals(section) && directives.contains(m.directive()))
        .filter(m -> m.name().filter(this::isMissing).isPresent());
  }

  private boolean isMissing(UnitName name) {
    return !facts.mayExist(name) && !isRemoved(name);
  }

  /** Whether systemd once had the unit, which is another rule's business. */
  boolean isRemoved(UnitName name) {
    return facts.catalog().specialUnit(name.toString()).filter(s -> s.removed()).isPresent();
  }

  /** The name that was meant; empty where none is close, or the word has specifiers. */
  Optional<UnitName> meant(Mention mention) {
    return mention.written().indexOf('%') >= 0
        ? Optional.empty()
        : mention.name().flatMap(neighbours::of);
  }

  /**
   * Whether to speak of it: a name that is close to another is a mistake anywhere; else it is one
   * only where all units are known, and nobody's package says so.
   */
  boolean isMistake(Mention mention) {
    boolean optional = !facts.whole() || Facts.isVendor(mention.path());
    return meant(mention).isPresent()
        || !optional && mention.name().filter(facts::isSpecial).isEmpty();
  }

  /** The finding with the name that was meant, or else with the advice. */
  Diagnostic advise(Diagnostic found, Mention mention, String advice) {
    var meant = meant(mention);
    if (meant.isPresent()) {
      return replace(found.help("did you mean `" + meant.get() + "`?"), mention, meant.get());
    }
    var template = mention.name().filter(UnitName::isPlain).map(UnitName::template);
    if (template.filter(t -> facts.mayExist(t)).isPresent()) {
      return found.help(
          "there is a template: name an instance, `" + instance(template.get()) + "`");
    }
    var near = mention.name().filter(n -> !n.isTemplate()).flatMap(this::near);
    return found.help(near.map(n -> "did you mean `" + n + "`? If not, " + advice).orElse(advice));
  }

  /** A unit of that type with a name that is close, though not so close that it must be meant. */
  private Optional<UnitName> near(UnitName name) {
    var known =
        facts.units().stream()
            .filter(u -> u.name().type() == name.type() && u.isLoaded() && u != unit)
            .map(u -> u.name().toString())
            .toList();
    return Nearest.of(name.toString(), known).flatMap(UnitName::parse);
  }

  private static String instance(UnitName template) {
    return template.prefix() + "@INSTANCE." + template.type().suffix();
  }

  /** With a fix for every place where the unit has the same word, or one if they are many. */
  private Diagnostic replace(Diagnostic found, Mention mention, UnitName meant) {
    var edits = new ArrayList<Edit>();
    var labelled = found;
    for (Mention other : sameWord(mention)) {
      edits.add(new Edit(other.place(), meant.toString()));
      boolean here = other.place().equals(mention.place());
      labelled = here ? labelled : labelled.label(other.place(), "named here too");
    }
    return labelled.fix("write `" + meant + "`", false, edits.toArray(Edit[]::new));
  }

  private List<Mention> sameWord(Mention mention) {
    var same =
        bySpelling.getOrDefault(mention.written(), List.of()).stream()
            .filter(m -> m.path().equals(mention.path()))
            .filter(m -> m.place().text().equals(mention.written()))
            .limit(MOST_SAME + 1)
            .toList();
    return same.size() > MOST_SAME ? List.of(mention) : same;
  }
}
