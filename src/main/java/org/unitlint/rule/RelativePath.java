package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.catalog.OnInvalid;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.host.UnknownSpecifiers;
import org.unitlint.source.Edit;

/**
 * The folder or image that a service runs in must be an absolute path. See systemd.exec(5),
 * WorkingDirectory=.
 */
final class RelativePath implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U307", "relative-path", ERROR, "relative path for which the unit is refused");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(Unit unit, Facts facts) {
    return unit.settings().all().stream()
        .filter(s -> s.directive().onInvalid() == OnInvalid.UNIT_REJECTED)
        .filter(s -> s.directive().valueKind().startsWith("path"))
        .filter(s -> !s.value().isEmpty() && !s.text().startsWith("-") && !s.is("~"))
        .filter(s -> UnknownSpecifiers.in(s, facts.catalog(), facts.version()).isEmpty())
        .flatMap(s -> finding(s, unit, facts).stream());
  }

  private static Optional<Diagnostic> finding(Setting setting, Unit unit, Facts facts) {
    var expanded = facts.machine().specifiers().expand(setting.text(), unit.name());
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    String path = expanded.get();
    if (path.startsWith("/")) {
      return (path + "/").contains("/../")
          ? Optional.of(
              RULE.at(setting.place(), "`%s=` cannot hold `..`", setting.name())
                  .help("write the path without `..`"))
          : Optional.empty();
    }
    return Optional.of(
        relative(
            setting, RULE.at(setting.place(), "`%s` is not an absolute path", setting.text())));
  }

  private static Diagnostic relative(Setting setting, Diagnostic finding) {
    String text = setting.text();
    boolean quoted =
        text.length() > 2
            && "\"'".indexOf(text.charAt(0)) >= 0
            && text.charAt(text.length() - 1) == text.charAt(0);
    if (quoted && text.charAt(1) == '/') {
      return finding
          .note("quotes belong to the path here")
          .help("drop the quotes")
          .fix(
              "drop the quotes",
              true,
              new Edit(setting.place(), text.substring(1, text.length() - 1)));
    }
    return finding.help(
        text.startsWith("~")
            ? "write the whole path; `~` alone stands for the home directory of `User=`"
            : "write the whole path, from `/` on");
  }
}
