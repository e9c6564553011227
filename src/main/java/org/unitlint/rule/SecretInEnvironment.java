package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.syntax.Word;
import org.unitlint.syntax.Words;

/** Every user may ask systemd for the variables of a unit. See systemd.exec(5), Environment=. */
final class SecretInEnvironment implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("H320", "secret-in-environment", WARNING, "a password or key in `Environment=`");
  private static final Subject SUBJECT = Subject.ANY.with("Environment");

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
    return unit.settings(unit.name().type().section(), "Environment").stream()
        .flatMap(s -> Words.split(s.value(), Words.Mode.ENVIRONMENT).words().stream())
        .filter(SecretInEnvironment::isSecret)
        .map(SecretInEnvironment::finding);
  }

  private static boolean isSecret(Word word) {
    int equals = word.text().indexOf('=');
    return equals > 0
        && Secrets.isName(word.text().substring(0, equals))
        && Secrets.isValue(word.text().substring(equals + 1));
  }

  private static Diagnostic finding(Word word) {
    int equals = word.text().indexOf('=');
    String name = word.text().substring(0, equals);
    return RULE.at(word.at(0, equals), "the secret `%s` is no secret here", name)
        .note("every user may read the unit file, and `systemctl show` tells all variables")
        .help(
            "use `LoadCredential=`, or an `EnvironmentFile=` that only root may read; then change"
                + " the secret");
  }
}
