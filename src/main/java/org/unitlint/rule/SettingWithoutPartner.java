package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.unitlint.catalog.NeededSetting;
import org.unitlint.catalog.NeededSetting.Need;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/**
 * A setting that only refines another does nothing alone. See systemd.service(5) and
 * systemd.exec(5).
 */
final class SettingWithoutPartner implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U226", "setting-without-partner", INFO, "setting that does nothing without another");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);

  private static final int MOST_SHOWN = 3;
  private static final Set<String> NO = Set.of("no", "n", "false", "f", "off", "0");

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
    return Service.of(unit, facts)
        .flatMap(service -> facts.catalog().neededSettings().stream().flatMap(n -> of(n, service)));
  }

  private static Stream<Diagnostic> of(NeededSetting needed, Service service) {
    var setting = service.last(needed.directive());
    if (setting.filter(s -> !isOneOf(s.text(), needed.idle())).isEmpty()
        || needed.needs().stream().anyMatch(n -> isMet(n, service))) {
      return Stream.empty();
    }
    return Stream.of(finding(needed, setting.get(), service.facts()));
  }

  private static boolean isMet(Need need, Service service) {
    var settings = service.unit().settings("Service", need.directive());
    return !settings.isEmpty()
        && isOneOf(settings.get(settings.size() - 1).text(), need.values()) != need.except();
  }

  /** Whether the value is one of those; {@code no} stands for all that mean it. */
  private static boolean isOneOf(String value, List<String> values) {
    return values.contains(value)
        || values.contains("no") && NO.contains(value.toLowerCase(Locale.ROOT))
        || values.contains("0") && Durations.micros(value).orElse(1) == 0;
  }

  private static Diagnostic finding(NeededSetting needed, Setting setting, Facts facts) {
    String partners =
        needed.needs().stream()
            .limit(MOST_SHOWN)
            .map(SettingWithoutPartner::written)
            .collect(Collectors.joining(" or "));
    var found =
        RULE.at(
                setting.assignment().key().place(),
                "`%s=` does nothing without %s",
                needed.directive(),
                partners)
            .help("set that too, or remove the line");
    for (String note : needed.note().stream().toList()) {
      found = found.note(note);
    }
    if (!needed.told()) {
      return Advice.mild(found, setting, facts);
    }
    return found.note("systemd warns, and ignores it").as(WARNING);
  }

  private static String written(Need need) {
    String value = need.except() ? "" : need.values().get(0);
    return "`" + need.directive() + "=" + value + "`";
  }
}
