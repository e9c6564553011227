package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Command;
import org.unitlint.syntax.Word;

/** Every user may see the arguments of every process. See systemd.exec(5), "Credentials". */
final class SecretInCommand implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("H321", "secret-in-command", WARNING, "a password or key on a command line");
  private static final Subject SUBJECT = Subject.COMMANDS;

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
    return facts.of(unit).commands().stream()
        .filter(c -> unit.settings().counts(c.setting()))
        .flatMap(c -> c.line().commands().stream())
        .flatMap(c -> secret(c).stream())
        .map(SecretInCommand::finding);
  }

  /** The option that holds the secret, {@code --password=x} or {@code --password x}. */
  private static Optional<Place> secret(Command command) {
    List<Word> words = command.arguments();
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).text();
      int equals = text.indexOf('=');
      String option = equals < 0 ? text : text.substring(0, equals);
      if (!option.startsWith("-") || !Secrets.isName(option.replaceFirst("^-+", ""))) {
        continue;
      }
      boolean apart = equals < 0 && option.startsWith("--") && i + 1 < words.size();
      String value = equals > 0 ? text.substring(equals + 1) : apart ? words.get(i + 1).text() : "";
      if (!value.startsWith("-") && Secrets.isValue(value)) {
        return Optional.of(words.get(i).at(0, option.length()));
      }
    }
    return Optional.empty();
  }

  private static Diagnostic finding(Place place) {
    return RULE.at(place, "the secret behind `%s` is no secret here", place.text())
        .note("every user may read the unit file, and sees the arguments of processes")
        .help(
            "let the program read it from a file that `LoadCredential=` gives it; then change the"
                + " secret");
  }
}
