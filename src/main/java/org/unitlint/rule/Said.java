package org.unitlint.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Mention;
import org.unitlint.host.Mentions;
import org.unitlint.host.Unit;

/** What the files of one unit say of others, which are known by the names of their own. */
final class Said {
  /** The directives that start the other unit too. */
  static final Set<String> PULLING = Set.of("Requires", "Wants", "BindsTo", "Upholds");

  /** The directives by which enabling ties the unit to another. */
  static final Set<String> INSTALLING = Set.of("WantedBy", "RequiredBy", "UpheldBy");

  /** The directives that say who comes first. */
  static final Set<String> ORDERING = Set.of("After", "Before");

  private final Unit unit;
  private final Facts facts;

  Said(Unit unit, Facts facts) {
    this.unit = unit;
    this.facts = facts;
  }

  /** Whether all that the unit says is known, and not only what its drop-ins do. */
  boolean isComplete() {
    return unit.fragment().isPresent();
  }

  /** The mentions in those directives of [Unit], in order. */
  Stream<Mention> in(Set<String> directives) {
    return Named.by(unit, facts, "Unit", directives);
  }

  /** The first mention of each unit in those directives of [Unit], by own names, in order. */
  Map<String, Mention> first(Set<String> directives) {
    return first(in(directives));
  }

  /** The first of the mentions of each unit, by own names, in order. */
  Map<String, Mention> first(Stream<Mention> mentions) {
    var first = new LinkedHashMap<String, Mention>();
    mentions.forEach(m -> own(m).ifPresent(name -> first.putIfAbsent(name, m)));
    return first;
  }

  /** As {@link #in(Set)}, of the unit of that own name only. */
  Stream<Mention> of(String other, Set<String> directives) {
    return in(directives).filter(m -> own(m).filter(other::equals).isPresent());
  }

  /** Whether any of the directives of [Unit] names the unit of that own name. */
  boolean names(String other, Set<String> directives) {
    return of(other, directives).findAny().isPresent();
  }

  /** Whether the unit starts the other, by a setting or a link. */
  boolean pullsIn(String other) {
    return names(other, PULLING)
        || PULLING.stream()
            .filter(d -> !d.equals("BindsTo"))
            .flatMap(d -> Mentions.ofFolders(facts.machine(), unit, d).stream())
            .anyMatch(m -> own(m).filter(other::equals).isPresent());
  }

  /** The mentions in [Install] of units that would start this one. */
  Stream<Mention> installed() {
    return Named.by(unit, facts, "Install", INSTALLING);
  }

  /** The own name of the unit that is meant; empty where that is not known. */
  Optional<String> own(Mention mention) {
    return mention.name().map(n -> facts.machine().unit(n).name().toString());
  }

  /** The finding for those who ask for it, where it is about a file that came with the machine. */
  static Diagnostic mild(Diagnostic found, Mention mention, Facts facts) {
    return facts.isShipped(mention.path()) ? found.as(Severity.HINT) : found;
  }
}
