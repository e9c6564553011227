package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.diagnostic.Severity;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** Only instances of templates have an instance name. See systemd.unit(5), "Specifiers". */
final class InstanceOfNothing implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U285",
          "instance-of-nothing",
          WARNING,
          "`%i` in a unit that is no instance of a template");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    if (!unit.name().isPlain() || unit.fragment().isEmpty()) {
      return Stream.empty();
    }
    return unit.settings().all().stream()
        .filter(s -> s.directive().specifiers().isPresent() && !s.section().equals("Install"))
        .filter(s -> !s.name().equals("Description"))
        .flatMap(s -> specifiers(s).stream().limit(1).map(p -> finding(s, p, unit, facts)));
  }

  private static List<Place> specifiers(Setting setting) {
    var places = new ArrayList<Place>();
    String text = setting.text();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) != '%') {
        continue;
      }
      i++;
      if (text.charAt(i) == 'i' || text.charAt(i) == 'I') {
        places.add(setting.value().at(i - 1, i + 1));
      }
    }
    return places;
  }

  private static Diagnostic finding(Setting setting, Place place, Unit unit, Facts facts) {
    boolean command = setting.directive().valueKind().equals("exec-command");
    var found =
        RULE.at(
                place,
                "`%s` is empty: `%s` is no instance of a template",
                place.text(),
                unit.name().toString())
            .help(
                "name the file `%s@.%s` to make it a template%s"
                    .formatted(
                        unit.name().prefix(),
                        unit.name().type().suffix(),
                        command ? ", or write `%" + place.text() + "` for a percent sign" : ""));
    var fixed =
        command ? found.fix("double the percent sign", false, new Edit(at(place), "%%")) : found;
    return facts.isShipped(setting.file().path()) ? fixed.as(Severity.HINT) : fixed;
  }

  private static Place at(Place specifier) {
    int start = specifier.span().start();
    return specifier.source().place(start, start + 1);
  }
}
