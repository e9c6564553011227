package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.HINT;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.LoadState;
import org.unitlint.host.Unit;
import org.unitlint.host.UnitName;

/** Instances differ by their specifiers only. See systemd.unit(5), "Specifiers". */
final class TemplateOfOne implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U286", "template-of-one", HINT, "a template all of whose instances are alike");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);
  private static final Pattern SPECIFIER = Pattern.compile("%[iInNfjJ]");

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
    var fragment = unit.fragment();
    if (!unit.name().isTemplate()
        || fragment.isEmpty()
        || unit.settings().all().stream().anyMatch(s -> SPECIFIER.matcher(s.text()).find())
        || isOfConnections(unit, facts)) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(
                facts.place(fragment.get().path()),
                "`%s` is a template, but uses no `%%i`",
                unit.name().toString())
            .help("use `%i` where instances differ, or make it a plain unit"));
  }

  /** Whether a socket starts an instance for each connection, or what starts it is unknown. */
  private static boolean isOfConnections(Unit unit, Facts facts) {
    if (unit.name().type() != UnitType.SERVICE) {
      return true;
    }
    var plain = UnitName.parse(unit.name().prefix() + ".socket");
    boolean socket =
        plain.filter(n -> facts.machine().unit(n).state() != LoadState.NOT_FOUND).isPresent();
    return socket || unit.last("Service", "StandardInput").filter(s -> s.is("socket")).isPresent();
  }
}
