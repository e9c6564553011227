package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;

/** Some options are for the generator that reads /etc/fstab only. See systemd.mount(5), "fstab". */
final class FstabOptionInUnit implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U281",
          "fstab-option-in-unit",
          WARNING,
          "an option of `/etc/fstab` in a unit, where it does nothing");
  private static final Subject SUBJECT = Subject.of(UnitType.MOUNT, UnitType.SWAP).with("Options");

  /** What the generator wrote holds the options of its line. */
  private static final String GENERATED = "/systemd/generator";

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
    return Stream.of("Mount", "Swap")
        .flatMap(section -> unit.last(section, "Options").stream())
        .filter(s -> !s.file().path().contains(GENERATED))
        .flatMap(s -> options(s, facts));
  }

  private static Stream<Diagnostic> options(Setting setting, Facts facts) {
    var found = Stream.<Diagnostic>builder();
    String text = setting.text();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      int from = start;
      instead(text.substring(start, end).strip(), facts)
          .ifPresent(help -> found.add(finding(setting, from, end, help)));
      start = end + 1;
    }
    return found.build();
  }

  private static Optional<String> instead(String option, Facts facts) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    return List.of(option, name).stream()
        .flatMap(o -> facts.catalog().fstabOption(o).stream())
        .findFirst();
  }

  private static Diagnostic finding(Setting setting, int start, int end, String help) {
    var value = setting.value();
    var option = trimmed(setting, start, end);
    var found =
        RULE.at(option, "`%s` has no effect here: only `/etc/fstab` takes it", option.text())
            .help(help);
    String text = setting.text();
    if (start == 0 && end == text.length()) {
      return found.fix("remove the line", false, Removal.line(setting.assignment()));
    }
    Place cut = start > 0 ? value.at(start - 1, end) : value.at(start, end + 1);
    return value.isContinued() ? found : found.fix("remove it", false, new Edit(cut, ""));
  }

  private static Place trimmed(Setting setting, int start, int end) {
    String text = setting.text();
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return setting.value().at(from, to);
  }
}
