package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnknownSpecifiers;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** A percent sign and a letter must be a specifier. See systemd.unit(5), "Specifiers". */
final class UnknownSpecifier implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U306", "unknown-specifier", ERROR, "`%` with a letter that is no specifier");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return unit.settings().all().stream()
        .flatMap(
            s ->
                UnknownSpecifiers.in(s, facts.catalog(), facts.version()).stream()
                    .map(place -> finding(s, place, facts)));
  }

  private static Diagnostic finding(Setting setting, Place place, Facts facts) {
    String text = place.text();
    var known = facts.catalog().specifier(text.charAt(1));
    if (known.isPresent() && !known.get().since().knownIn(facts.version())) {
      int since = known.get().since().earliest();
      return RULE.at(place, "specifier `%s` needs systemd %d", text, since)
          .help("write `%%` for a percent sign");
    }
    if (known.isPresent()) {
      return RULE.at(place, "specifier `%s` cannot be used in `%s=`", text, setting.name())
          .help("write what it stands for, or use another specifier");
    }
    return RULE.at(place, "unknown specifier `%s` in `%s=`", text, setting.name())
        .help("write `%%` for a percent sign")
        .fix("double the percent sign", false, new Edit(place, "%" + text));
  }
}
