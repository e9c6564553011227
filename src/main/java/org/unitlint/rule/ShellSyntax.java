package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.catalog.Program.Trait;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Word;

/**
 * systemd is no shell: operators are arguments like others. See systemd.service(5), "Command
 * lines".
 */
final class ShellSyntax implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U501", "shell-syntax", WARNING, "operator of a shell in a command that no shell runs");
  private static final Subject SUBJECT = Subject.COMMANDS;

  private static final Pattern OPERATOR =
      Pattern.compile("\\|{1,2}|\\|&|&{1,2}|(?:\\d|&)?>{1,2}|<{1,3}");

  /** An operator with its file, but not a placeholder such as {@code <name>}. */
  private static final Pattern REDIRECTION =
      Pattern.compile("(?:\\d|&)?>{1,2}(?:&[\\d-]|[/\\w$%.~].*)|\\d?<(?:&\\d|[/$%.~].*[^>])");

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\([^)]*\\)?|`[^`]+`?");

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
    return Invocation.of(unit, facts).flatMap(i -> of(i, facts).stream());
  }

  private static Optional<Diagnostic> of(Invocation invocation, Facts facts) {
    var script = invocation.script();
    if (script.isPresent()) {
      return Invocation.isBare(script.get()) ? Optional.empty() : behind(invocation, facts);
    }
    if (invocation.isInterpreted()) {
      return Optional.empty();
    }
    var words = invocation.arguments();
    for (int i = 0; i < words.size(); i++) {
      var found = of(words.get(i), i == words.size() - 1, invocation);
      if (found.isPresent()) {
        return found.map(f -> Advice.mild(f, invocation.setting(), facts));
      }
    }
    return Optional.empty();
  }

  /** What stands behind the quoted script of a shell is no part of it. */
  private static Optional<Diagnostic> behind(Invocation invocation, Facts facts) {
    return invocation.behindScript().stream()
        .filter(ShellSyntax::isOperator)
        .findFirst()
        .map(
            w ->
                RULE.at(w.place(), "`%s` stands behind the script, and is no part of it", w.text())
                    .label(invocation.script().orElseThrow().place(), "the script ends here")
                    .help("put it inside the quotes"))
        .map(f -> Advice.mild(f, invocation.setting(), facts));
  }

  private static boolean isOperator(Word word) {
    String text = word.text();
    return Invocation.isBare(word)
        && (OPERATOR.matcher(text).matches() || REDIRECTION.matcher(text).matches());
  }

  private static Optional<Diagnostic> of(Word word, boolean last, Invocation invocation) {
    String text = word.text();
    if (isOperator(word)) {
      return Optional.of(operator(word, last, invocation));
    }
    if (Invocation.isBare(word)) {
      if (text.endsWith(";") && text.length() > 1 && !last) {
        int end = text.length();
        return Optional.of(
            RULE.at(word.at(end - 1, end), "a `;` right behind a word is part of it")
                .help(
                    "put a blank before it to begin another command, or let a shell run the line:"
                        + " `/bin/sh -c '…'`"));
      }
    }
    var substitution = SUBSTITUTION.matcher(text);
    boolean single = word.raw().startsWith("'");
    if (!single && !invocation.has(Trait.SCRIPT) && substitution.find()) {
      var place = word.at(substitution.start(), substitution.end());
      return Optional.of(
          byShell(
              text.startsWith("`", substitution.start())
                  ? RULE.at(place, "nothing runs what is in backticks: only a shell does")
                  : RULE.at(place, "nothing runs `%s`: only a shell does", place.text()),
              invocation));
    }
    return Optional.empty();
  }

  private static Diagnostic operator(Word word, boolean last, Invocation invocation) {
    String text = word.text();
    var found =
        RULE.at(word.place(), "`%s` is passed to `%s` as an argument", text, invocation.program());
    if (text.equals("&") && last) {
      return found
          .note("systemd does not wait for a service of `Type=simple` to end")
          .help("remove it")
          .fix("remove the `&`", true, removal(word, invocation));
    }
    if (text.equals("2>&1") && last) {
      return found
          .note("both outputs go to the journal anyway")
          .help("remove it")
          .fix("remove `2>&1`", true, removal(word, invocation));
    }
    if (text.contains(">")) {
      return byShell(
          found.note(
              "systemd writes to files with `StandardOutput=append:/path`, and to nothing with"
                  + " `null`"),
          invocation);
    }
    return byShell(found, invocation);
  }

  /** An edit that removes the last word and the blanks before it. */
  private static Edit removal(Word word, Invocation invocation) {
    var words = invocation.arguments();
    var before = words.size() > 1 ? words.get(words.size() - 2) : invocation.command().path();
    var source = word.place().source();
    return new Edit(source.place(before.place().span().end(), word.place().span().end()), "");
  }

  private static Diagnostic byShell(Diagnostic finding, Invocation invocation) {
    var place = invocation.line();
    String line = place.text();
    var helped = finding.help("let a shell run the line: `/bin/sh -c '…'`");
    boolean plain = line.chars().noneMatch(c -> c == '\'' || c == '\\' || c == '\n' || c == '$');
    return plain
        ? helped.fix("let a shell run it", false, new Edit(place, "/bin/sh -c '" + line + "'"))
        : helped;
  }
}
