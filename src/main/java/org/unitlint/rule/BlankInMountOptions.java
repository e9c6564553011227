package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/** Options are parted by commas only; a blank belongs to the option. See systemd.mount(5). */
final class BlankInMountOptions implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U282", "blank-in-mount-options", WARNING, "a blank beside a comma in `Options=`");
  private static final Subject SUBJECT = Subject.of(UnitType.MOUNT, UnitType.SWAP).with("Options");
  private static final Pattern BLANK = Pattern.compile("[ \\t]+,[ \\t]*|,[ \\t]+");

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
        .filter(s -> s.text().indexOf('"') < 0 && !s.value().isContinued())
        .flatMap(s -> blanks(s).stream());
  }

  private static Optional<Diagnostic> blanks(Setting setting) {
    var edits = new ArrayList<Edit>();
    var blank = BLANK.matcher(setting.text());
    while (blank.find()) {
      edits.add(new Edit(setting.value().at(blank.start(), blank.end()), ","));
    }
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RULE.at(edits.get(0).place(), "a blank in `Options=` becomes part of the option")
                .help("write a comma alone between options")
                .fix("remove the blanks", true, edits.toArray(Edit[]::new)));
  }
}
