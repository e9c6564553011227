package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** Only a template has instances. See systemd.unit(5), "DefaultInstance=". */
final class DefaultInstanceWithoutTemplate implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "D311",
          "default-instance-without-template",
          WARNING,
          "a default instance of a unit that has none");
  private static final Subject SUBJECT = Subject.ANY.with("DefaultInstance");

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
    return unit.name().isPlain()
        ? unit.settings("Install", "DefaultInstance").stream()
            .map(
                s ->
                    RULE.at(
                            s.assignment().place(),
                            "`DefaultInstance=` has no effect in `%s`, which is no template",
                            unit.name())
                        .help("remove the line, or make the unit a template")
                        .fix("remove the line", false, Lines.removal(s.assignment())))
        : Stream.empty();
  }
}
