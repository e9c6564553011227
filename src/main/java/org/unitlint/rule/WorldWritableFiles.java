package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;

/** A mask without the last write bit lets everybody write. See systemd.exec(5), UMask=. */
final class WorldWritableFiles implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "H322",
          "world-writable-files",
          INFO,
          "`UMask=` by which everybody may write to new files");
  private static final Subject SUBJECT = Subject.ANY.with("UMask");
  private static final int OTHERS_WRITE = 2;

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
    return unit.last(unit.name().type().section(), "UMask").stream()
        .filter(s -> s.text().matches("[0-7]{1,4}"))
        .filter(s -> (Integer.parseInt(s.text(), 8) & OTHERS_WRITE) == 0)
        .map(s -> Advice.mild(finding(s), s, facts));
  }

  private static Diagnostic finding(Setting setting) {
    return RULE.at(
            setting.place(),
            "with `UMask=%s` every user may write to the files that the service makes",
            setting.text())
        .help("write `UMask=0022`, or `UMask=0002` for files of a group");
  }
}
