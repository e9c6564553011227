package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Refusal;
import org.unitlint.host.Refusal.Reason;
import org.unitlint.host.Unit;

/** Links need one node to lead to. See systemd.socket(5), Symlinks=. */
final class SymlinksWithoutNode implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U213",
          "symlinks-without-node",
          ERROR,
          "`Symlinks=` without exactly one socket in the file system");
  private static final Subject SUBJECT = Subject.of(UnitType.SOCKET).with("Symlinks");

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
    return Refusal.places(unit, Reason.SYMLINKS_WITHOUT_NODE)
        .map(
            place ->
                RULE.at(place, "`Symlinks=` needs exactly one socket in the file system")
                    .help("leave one `Listen…=` with a path, or drop the line"));
  }
}
