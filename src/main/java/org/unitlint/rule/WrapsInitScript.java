package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.INFO;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Paths;
import org.unitlint.source.Place;

/**
 * A unit that calls an init script leaves to the script what systemd does better. See
 * systemd-sysv-generator(8).
 */
final class WrapsInitScript implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U510", "wraps-init-script", INFO, "unit that only calls an init script");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE).with("ExecStart");

  private static final Pattern SCRIPT = Pattern.compile("/etc/(rc\\.d/)?init\\.d/[^/]+");

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
    return Invocation.of(unit, facts)
        .filter(i -> i.setting().name().equals("ExecStart"))
        .flatMap(i -> of(i).stream().map(f -> Advice.mild(f, i.setting(), facts)));
  }

  private static Optional<Diagnostic> of(Invocation invocation) {
    var words = invocation.arguments();
    var path = invocation.command().path();
    if (invocation.runs("service") && words.size() > 1) {
      return Optional.of(finding(path.place().to(words.get(0).place()), words.get(0).text()));
    }
    boolean byShell = invocation.has(Trait.SHELL) && invocation.script().isEmpty();
    var first = words.stream().limit(byShell ? 1 : 0);
    var script =
        Stream.concat(Stream.of(path), first)
            .filter(w -> SCRIPT.matcher(w.text()).matches())
            .findFirst();
    return script.map(s -> finding(s.place(), Paths.name(s.text())));
  }

  private static Diagnostic finding(Place place, String name) {
    return RULE.at(place, "the unit only calls the init script `%s`", name)
        .note("systemd cannot tell what the script starts, nor why it fails")
        .help("run the program itself");
  }
}
