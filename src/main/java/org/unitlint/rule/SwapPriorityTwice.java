package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;

/** Of two priorities that of the options counts. See systemd.swap(5), Priority=. */
final class SwapPriorityTwice implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U284", "swap-priority-twice", WARNING, "two different priorities of a swap unit");
  private static final Subject SUBJECT = Subject.of(UnitType.SWAP).with("Priority");
  private static final Pattern PRIORITY = Pattern.compile("(?:^|,)pri=(-?[0-9]+)(?=,|$)");

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
    var priority = unit.last("Swap", "Priority");
    var options = unit.last("Swap", "Options");
    if (priority.isEmpty() || options.isEmpty()) {
      return Stream.empty();
    }
    var written = PRIORITY.matcher(options.get().text());
    if (!written.find() || written.group(1).equals(priority.get().text())) {
      return Stream.empty();
    }
    return Stream.of(
        RULE.at(
                priority.get().assignment().place(),
                "`Priority=%s` is ignored: `Options=` has another priority",
                priority.get().text())
            .label(options.get().value().at(written.start(1), written.end(1)), "counts")
            .help("remove one of the two"));
  }
}
