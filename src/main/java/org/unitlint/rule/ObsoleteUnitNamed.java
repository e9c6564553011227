package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.catalog.ObsoleteUnit;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** Some units are gone, or nobody should wait for them any more. See systemd.special(7). */
final class ObsoleteUnitNamed implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U320", "obsolete-unit", INFO, "a dependency on a unit of former days");
  private static final Set<String> STRONG = Set.of("Requires", "Requisite", "BindsTo");
  private static final Set<String> DIRECTIVES =
      Set.of("After", "Before", "Wants", "Requires", "Requisite", "BindsTo", "PartOf");
  private static final Subject SUBJECT = Subject.ANY.with(DIRECTIVES);

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Subject subject() {
    return SUBJECT;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return Named.by(unit, facts, "Unit", DIRECTIVES)
        .filter(m -> !facts.isShipped(m.path()))
        .flatMap(
            m ->
                m.name().flatMap(n -> facts.catalog().obsoleteUnit(n.toString())).stream()
                    .filter(o -> isTold(o, m, facts))
                    .map(o -> finding(m, o, facts)));
  }

  /** Whether no rule about missing units tells of it, and the unit is not there after all. */
  private static boolean isTold(ObsoleteUnit obsolete, Mention mention, Facts facts) {
    boolean there = isThere(obsolete, facts);
    boolean removed =
        facts.catalog().specialUnit(obsolete.name()).filter(s -> s.removed()).isPresent();
    boolean ordering = Said.ORDERING.contains(mention.directive());
    if (obsolete.instead().isPresent()) {
      return !there && !facts.whole();
    }
    if (!obsolete.present()) {
      return !there && (removed || ordering || !facts.whole());
    }
    return there || !facts.whole();
  }

  private static boolean isThere(ObsoleteUnit obsolete, Facts facts) {
    return facts.unit(obsolete.name()).filter(u -> u.state() != LoadState.NOT_FOUND).isPresent();
  }

  private static Diagnostic finding(Mention mention, ObsoleteUnit obsolete, Facts facts) {
    var found =
        RULE.at(
                mention.place(),
                "`%s=%s` names a unit of former days",
                mention.directive(),
                mention.written())
            .note(obsolete.note());
    if (obsolete.instead().isPresent()) {
      String instead = obsolete.instead().get();
      return found
          .help("write `" + instead + "`")
          .fix("write `" + instead + "`", false, new Edit(mention.place(), instead));
    }
    var helped = found.help("remove it");
    boolean safe = !obsolete.present() && !STRONG.contains(mention.directive());
    return removal(mention, facts).map(e -> helped.fix("remove it", safe, e)).orElse(helped);
  }

  private static Optional<Edit> removal(Mention mention, Facts facts) {
    return facts
        .machine()
        .file(mention.path())
        .flatMap(f -> Removal.word(f.tree(), mention.place()));
  }
}
