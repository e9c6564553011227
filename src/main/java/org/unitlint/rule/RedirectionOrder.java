package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;

/**
 * A shell redirects from left to right: 2>&1 copies where output goes at that moment. See sh(1),
 * "Redirections".
 */
final class RedirectionOrder implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo("U512", "redirection-order", WARNING, "`2>&1` before the output is redirected");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern WRONG =
      Pattern.compile("2>&1\\s+(1?>{1,2}\\s*[^\\s|;&'\"()]++)(?!\\s*[|\\w])");

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
    return Invocation.of(unit, facts).flatMap(i -> of(i).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation) {
    if (invocation.script().isEmpty()) {
      return Optional.empty();
    }
    var script = invocation.script().get();
    var wrong = WRONG.matcher(script.text());
    if (!wrong.find() || script.text().startsWith("|", skipBlanks(script.text(), wrong.end()))) {
      return Optional.empty();
    }
    var place = script.at(wrong.start(), wrong.end());
    return Optional.of(
        RULE.at(place, "errors still go where output went before: `2>&1` comes too early")
            .help("put `2>&1` behind the file")
            .fix("put it behind", true, new Edit(place, wrong.group(1) + " 2>&1")));
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
