package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Element;
import org.unitlint.syntax.Header;
import org.unitlint.syntax.Junk;

/** A line in a section is {@code NAME=VALUE} or ignored. See systemd.syntax(7). */
final class MissingEquals implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S004", "missing-equals", ERROR, "line without `=`");
  private static final Pattern COLON = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*:\\s*");
  private static final Pattern WORD = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(\\s+|$)");
  private static final Pattern CONFLICT = Pattern.compile("(<{7}|>{7}|\\|{7})( .*)?");
  private static final Pattern COMMENT = Pattern.compile("//|--\\s|<!--|/\\*|\\*\\s|REM\\s|%\\s");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    var conflict =
        file.sections(facts).stream()
            .flatMap(section -> section.junk().stream())
            .filter(MissingEquals::isConflict)
            .limit(1)
            .map(
                line ->
                    RULE.at(line.text().place(), "merge conflict that nobody resolved")
                        .help("keep one side, and remove the marks"));
    return Stream.concat(conflict, runs(file, facts).stream().map(run -> found(run, facts)));
  }

  /** Whether git left the line to mark one end of a conflict. */
  private static boolean isConflict(Junk line) {
    return CONFLICT.matcher(line.text().text()).matches();
  }

  /**
   * Lines that follow each other.
   *
   * @param before the assignment on the line above, if there is one
   */
  private record Run(String section, Optional<Assignment> before, List<Junk> lines) {}

  private static List<Run> runs(CheckedFile file, Facts facts) {
    var leftovers = file.leftovers(facts);
    var placeholders = file.placeholders();
    var runs = new ArrayList<Run>();
    String section = "";
    Element last = null;
    for (Element element : file.tree().elements()) {
      if (element instanceof Header) {
        section = ((Header) element).name().text();
      }
      if (element instanceof Junk && file.knows(section, facts)) {
        var line = (Junk) element;
        boolean explained =
            line.text().isEmpty()
                || leftovers.contains(line)
                || IncludeLine.is(line)
                || isConflict(line)
                || placeholders.touch(line.text().place());
        if (!explained && last instanceof Junk && !runs.isEmpty()) {
          runs.get(runs.size() - 1).lines().add(line);
        } else if (!explained) {
          runs.add(new Run(section, above(file, last, line), new ArrayList<>(List.of(line))));
        }
        last = explained ? null : line;
      } else if (element instanceof Assignment || element instanceof Header) {
        last = element;
      }
    }
    return runs;
  }

  private static Optional<Assignment> above(CheckedFile file, Element last, Junk line) {
    var source = file.source();
    return last instanceof Assignment
            && source.line(last.span().end() - 1) + 1 == source.line(line.span().start())
        ? Optional.of((Assignment) last)
        : Optional.empty();
  }

  private static Diagnostic found(Run run, Facts facts) {
    var first = run.lines().get(0);
    if (run.lines().size() > 1) {
      var last = run.lines().get(run.lines().size() - 1);
      var place = first.text().place().to(last.text().place());
      var found = RULE.at(place, "%d lines without `=` are ignored", run.lines().size());
      return isContinued(run) ? continued(found, run) : found.help(advice());
    }
    String text = first.text().text();
    var found = RULE.at(first.text().place(), "`%s` has no `=` and is ignored", shown(text));
    var header = OutsideSection.header(first, facts);
    if (header.isPresent()) {
      return found
          .help("write `" + header.get() + "`")
          .fix("write it as a header", true, new Edit(first.text().place(), header.get()));
    }
    return separated(found, run, COLON, facts)
        .or(() -> separated(found, run, WORD, facts))
        .or(() -> comment(found, first))
        .orElseGet(() -> isContinued(run) ? continued(found, run) : found.help(advice()));
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }

  private static String advice() {
    return "write `NAME=VALUE`, or begin the line with `#` to make it a comment";
  }

  /** A directive's name, then a colon or a blank instead of the {@code =}. */
  private static Optional<Diagnostic> separated(
      Diagnostic found, Run run, Pattern separator, Facts facts) {
    var text = run.lines().get(0).text();
    Matcher matcher = separator.matcher(text.text());
    if (!matcher.lookingAt()
        || facts.catalog().directive(run.section(), matcher.group(1)).isEmpty()) {
      return Optional.empty();
    }
    String name = matcher.group(1) + "=";
    var help = found.help("write `" + name + text.text().substring(matcher.end()) + "`");
    return Optional.of(
        help.fix("put in the `=`", separator == COLON, new Edit(text.at(0, matcher.end()), name)));
  }

  private static Optional<Diagnostic> comment(Diagnostic found, Junk line) {
    Matcher matcher = COMMENT.matcher(line.text().text());
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    var edit = new Edit(line.text().at(0, 0), "# ");
    return Optional.of(
        found.help("comments begin with `#` or `;`").fix("make it a comment", true, edit));
  }

  /** Whether the line looks like the rest of the command above. */
  private static boolean isContinued(Run run) {
    String text = run.lines().get(0).text().text();
    int start = run.lines().get(0).text().place().column();
    return run.before().filter(a -> !a.value().isEmpty()).isPresent()
        && (text.startsWith("-") || text.startsWith("\"") || text.startsWith("'") || start > 1);
  }

  private static Diagnostic continued(Diagnostic found, Run run) {
    var above = run.before().orElseThrow();
    var end = above.value().place().span().end();
    var place = above.value().place().source().place(end, end);
    return found
        .label(above.value().place(), "ends here")
        .help("end the line above with a backslash if `" + above.name() + "=` goes on here")
        .fix("continue the line above", false, new Edit(place, " \\"));
  }
}
