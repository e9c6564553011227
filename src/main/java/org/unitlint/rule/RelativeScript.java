package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.UnitType;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Word;

/**
 * Without WorkingDirectory= a service runs in the root folder. See systemd.exec(5),
 * WorkingDirectory=.
 */
final class RelativeScript implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U516",
          "relative-script",
          WARNING,
          "script without a folder, and no `WorkingDirectory=`");
  private static final Subject SUBJECT = Subject.of(UnitType.SERVICE);

  private static final Pattern INTERPRETER =
      Pattern.compile("python[0-9.]*|node|nodejs|ruby|perl|php[0-9.]*|bash|sh|java");
  private static final Pattern SCRIPT =
      Pattern.compile("(?:\\./)?[\\w-][\\w./-]*\\.(?:py|js|mjs|rb|pl|php|sh|jar)");

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
        .filter(s -> !Service.mayBeOfUsers(unit, facts))
        .filter(
            s ->
                s.last("WorkingDirectory").isEmpty()
                    && s.last("RootDirectory").isEmpty()
                    && s.last("RootImage").isEmpty())
        .flatMap(s -> Invocation.of(unit, facts))
        .filter(i -> INTERPRETER.matcher(i.program()).matches())
        .flatMap(i -> of(i, facts).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation, Facts facts) {
    boolean java = invocation.runs("java");
    boolean wanted = !java;
    for (Word word : invocation.arguments()) {
      if (wanted && !word.text().startsWith("-")) {
        return SCRIPT.matcher(word.text()).matches()
            ? Optional.of(finding(word, facts))
            : Optional.empty();
      }
      if (!java && word.text().matches("-[a-zA-Z]*[cem]")) {
        return Optional.empty();
      }
      wanted |= word.text().equals("-jar");
    }
    return Optional.empty();
  }

  private static Diagnostic finding(Word script, Facts facts) {
    String name = script.text().replaceFirst("^\\./", "");
    return RULE.at(
            script.place(),
            "without `WorkingDirectory=` `%s` is looked for in `%s`",
            script.text(),
            "/")
        .help(
            "write the whole path, or set `WorkingDirectory=` to the folder of `%s`"
                .formatted(name));
  }
}
