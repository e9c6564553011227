package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.host.Setting;
import org.unitlint.host.Unit;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.CommandFlaw;
import org.unitlint.syntax.CommandFlaw.Effect;
import org.unitlint.syntax.CommandFlaw.Kind;
import org.unitlint.syntax.CommandLine;

/** A command line that systemd cannot read. See systemd.service(5), "Command lines". */
final class BadCommandLine implements UnitRule {
  private static final RuleInfo RULE =
      new RuleInfo(
          "U301", "bad-command-line", ERROR, "command line that systemd refuses or misreads");
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
    return facts.of(unit).commands().stream().flatMap(c -> ofLine(c.setting(), c.line(), unit));
  }

  private static Stream<Diagnostic> ofLine(Setting setting, CommandLine line, Unit unit) {
    boolean dropIn = unit.fragment().filter(f -> f == setting.file()).isEmpty();
    return line.flaws().stream()
        .filter(f -> f.effect() != Effect.SILENT)
        .filter(f -> f.kind() != Kind.RELATIVE_PATH || !isAssignment(f))
        .map(f -> withEffect(finding(f, setting), f, dropIn));
  }

  private static boolean isAssignment(CommandFlaw flaw) {
    return VariableAsCommand.isAssignment(flaw.place().text());
  }

  private static Diagnostic finding(CommandFlaw flaw, Setting setting) {
    var place = flaw.place();
    String text = place.text();
    String name = setting.name();
    return switch (flaw.kind()) {
      case EMPTY_COMMAND, EMPTY_PATH ->
          RULE.at(place, "`%s=%s` names no program", name, text)
              .help("write the path of a program behind it, or drop the line");
      case UNCLOSED_QUOTE ->
          RULE.at(first(place), "unclosed quote in `%s=`", name)
              .help("close it, or write `\\%s` for a plain quote".formatted(text.charAt(0)));
      case UNKNOWN_ESCAPE ->
          RULE.at(place, "unknown escape `%s` in `%s=`", text, name)
              .note("systemd keeps both characters, and warns")
              .help("double the backslash")
              .fix("double the backslash", true, new Edit(place, "\\" + text));
      case TRAILING_BACKSLASH ->
          RULE.at(place, "`%s=` ends in a backslash", name).help("drop the backslash");
      case DOUBLED_PREFIX ->
          RULE.at(place, "prefix `%s` is there more than once", text)
              .help("write each prefix once")
              .fix("remove the second", true, new Edit(place, ""));
      case CONFLICTING_PREFIXES ->
          RULE.at(place, "prefix `%s` cannot follow those before it", text)
              .help("keep one of `+`, `!` and `!!`");
      case NEWER_PREFIX ->
          RULE.at(place, "prefix `|` needs systemd 258")
              .help("run the command by a shell: `/bin/sh -c '…'`");
      case RELATIVE_PATH ->
          RULE.at(place, "`%s` is neither an absolute path nor a plain name", text)
              .help("write the whole path, from `/` on");
      case NOT_A_PATH ->
          RULE.at(place, "`%s` is no path: `~` and variables mean nothing here", text)
              .help("write the whole path, from `/` on; `%h` stands for the home directory");
      case ENDS_IN_SLASH ->
          RULE.at(place, "`%s` is a folder, not a program", text)
              .help("add the name of the program");
      case UNSAFE_CHARACTER ->
          RULE.at(
                  place,
                  "a path of a program cannot hold quotes, backslashes or control characters")
              .help("rename the program, or run it by a link with a plain name");
      case VARIABLE_IN_PATH ->
          RULE.at(place, "`%s` is not replaced in the path of a program", text);
      case MISSING_ARGV0 ->
          RULE.at(place, "prefix `@` needs the name of the process behind the path")
              .help("add the name as the next word, or drop the `@`");
    };
  }

  private static Place first(Place place) {
    int start = place.span().start();
    return place.source().place(start, start + 1);
  }

  private static Diagnostic withEffect(Diagnostic finding, CommandFlaw flaw, boolean dropIn) {
    return switch (flaw.effect()) {
      case REFUSES_UNIT ->
          dropIn ? finding.note("systemd ignores the rest of the drop-in, too") : finding;
      case DROPS_LINE -> finding.note("systemd ignores the line");
      default -> finding.as(WARNING);
    };
  }
}
