package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;

/**
 * Only a oneshot service runs several commands, one after the other. See systemd.service(5),
 * ExecStart=.
 */
final class SeveralStartCommands implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U204",
          "several-start-commands",
          ERROR,
          "several `ExecStart=` in a service that is not oneshot");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStart");

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
    return Refusal.places(unit, Reason.SEVERAL_START_COMMANDS).map(place -> finding(unit, place));
  }

  private static Diagnostic finding(Unit unit, Place second) {
    var settings = unit.settings("Service", "ExecStart");
    var finding = RULE.at(second, "only a oneshot service may have more than one `ExecStart=`");
    var first = settings.get(0);
    var last = settings.stream().filter(s -> holds(s, second)).findFirst().orElse(first);
    if (last == first) {
      return finding.help("a `;` of its own begins a new command: write `\\;` to pass it on");
    }
    finding = finding.label(first.assignment().key().place(), "the first is here");
    if (last.file() == first.file()) {
      return finding.help("keep one, use `ExecStartPre=` for the first, or `Type=oneshot`");
    }
    boolean override =
        settings.size() == 2 && unit.fragment().filter(f -> f == first.file()).isPresent();
    return finding
        .help("write `ExecStart=` without a value above it, which clears what the unit has")
        .fix(
            "clear the command of the unit first",
            override,
            Lines.before(last.assignment(), "ExecStart", ""));
  }

  private static boolean holds(Setting setting, Place place) {
    var span = setting.place().span();
    return setting.place().source() == place.source()
        && span.start() <= place.span().start()
        && place.span().end() <= span.end();
  }
}
