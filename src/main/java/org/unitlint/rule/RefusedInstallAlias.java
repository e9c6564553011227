package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.AliasRefusal;
import org.unitlint.host.Mention;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** Enabling makes a link of that name, where systemd takes it. See systemd.unit(5), "Alias=". */
final class RefusedInstallAlias implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("D309", "refused-install-alias", ERROR, "an alias that systemd refuses");
  private static final Subject SUBJECT = Subject.ANY.with("Alias");

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
    return Named.by(unit, facts, "Install", Set.of("Alias"))
        .filter(m -> m.text().isPresent() && !isOldEnablement(m.text().get(), unit))
        .flatMap(m -> finding(m, unit, facts).stream());
  }

  /** The old way to enable: {@code X.target.wants/NAME}. */
  private static boolean isOldEnablement(String alias, Unit unit) {
    int slash = alias.indexOf('/');
    String folder = slash < 0 ? "" : alias.substring(0, slash);
    boolean known = folder.endsWith(".wants") || folder.endsWith(".requires");
    return known
        && UnitName.parse(folder.substring(0, folder.lastIndexOf('.'))).isPresent()
        && UnitName.parse(alias.substring(slash + 1))
            .filter(n -> n.prefix().equals(unit.name().prefix()))
            .isPresent();
  }

  private static Optional<Diagnostic> finding(Mention mention, Unit unit, Facts facts) {
    String alias = mention.text().orElseThrow();
    if (!unit.name().type().mayHaveAlias()) {
      return Optional.of(found(mention, unit, AliasRefusal.TYPE_WITHOUT_ALIASES));
    }
    if (mention.isInvalid()) {
      return Optional.of(invalid(mention, unit, facts));
    }
    return AliasRefusal.of(instantiated(alias, unit), unit.name().toString())
        .map(refusal -> found(mention, unit, refusal));
  }

  private static Diagnostic invalid(Mention mention, Unit unit, Facts facts) {
    String whole = mention.written() + "." + unit.name().type().suffix();
    boolean onlyType = mention.written().indexOf('.') < 0 && UnitName.parse(whole).isPresent();
    var bad = onlyType ? BadName.withoutType(mention, whole, true) : BadName.of(mention, facts);
    return bad.finding(RULE, mention);
  }

  /** A template as alias takes over the instance of the unit. */
  private static String instantiated(String alias, Unit unit) {
    var instance = unit.name().instance().filter(i -> !i.isEmpty());
    return UnitName.parse(alias)
        .filter(a -> a.isTemplate() && instance.isPresent())
        .map(a -> a.withInstance(instance.get()).toString())
        .orElse(alias);
  }

  private static Diagnostic found(Mention mention, Unit unit, AliasRefusal refusal) {
    return RULE.at(
            mention.place(),
            "`%s` cannot be another name of `%s`: %s",
            mention.written(),
            unit.name(),
            RefusedAlias.why(refusal, unit.name().toString()))
        .help("remove the alias, or choose one of the same kind");
  }
}
