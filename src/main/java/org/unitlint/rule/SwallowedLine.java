package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.source.Span;
import org.unitlint.syntax.Assignment;

/** A backslash joins the next line even where that was meant as one of its own. */
final class SwallowedLine implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S011", "swallowed-line", WARNING, "line joined to the one before by mistake");
  private static final Pattern DIRECTIVE = Pattern.compile("[ \\t]*([A-Za-z0-9]+)[ \\t]*=.*");
  private static final Pattern HEADER = Pattern.compile("[ \\t]*\\[([A-Za-z]+)\\][ \\t]*");

  /** Options that take a {@code NAME=VALUE}. */
  private static final Pattern OPTION =
      Pattern.compile("-[A-Za-z]|--(property|option|options|set|setenv|env|define)");

  /** How much of a word is looked at. */
  private static final int LONGEST_WORD = 1000;

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.sections(facts).stream()
        .flatMap(s -> s.assignments().stream())
        .filter(a -> a.value().isContinued())
        .flatMap(a -> swallowed(a, file, facts).stream());
  }

  private static Optional<Diagnostic> swallowed(Assignment line, CheckedFile file, Facts facts) {
    var source = file.source();
    var joined = new Joined();
    int first = source.line(line.value().place().span().start());
    int last = source.line(Math.max(line.span().start(), line.span().end() - 1));
    Span before = new Span(line.value().place().span().start(), source.lineSpan(first).end());
    for (int number = first + 1; number <= last; number++) {
      var span = source.lineSpan(number);
      String text = source.text(span);
      if (text.isBlank() || "#;".indexOf(text.strip().charAt(0)) >= 0) {
        continue;
      }
      joined.add(source.text(before));
      if (isMeantAlone(text, file, facts) && !isArgument(joined, text)) {
        return Optional.of(
            found(line, new Place(source, before), stripped(new Place(source, span))));
      }
      before = span;
    }
    return Optional.empty();
  }

  private static boolean isMeantAlone(String text, CheckedFile file, Facts facts) {
    Matcher header = HEADER.matcher(text);
    if (header.matches()) {
      return file.knows(header.group(1), facts);
    }
    Matcher directive = DIRECTIVE.matcher(text);
    return directive.matches()
        && facts.catalog().sections(file.type()).stream()
            .anyMatch(s -> facts.catalog().directive(s, directive.group(1)).isPresent());
  }

  /** Whether the line goes on inside of quotes, or belongs to an option before it. */
  private static boolean isArgument(Joined before, String line) {
    String word = before.lastWord();
    boolean indented = !line.equals(line.stripLeading());
    return OPTION.matcher(word).matches()
        || indented && word.startsWith("-") && !word.contains("=")
        || before.isOpen();
  }

  /** The lines of a value so far, each read once. */
  private static final class Joined {
    private String end = "";
    private char open;
    private boolean escaped;

    void add(String line) {
      for (int i = 0; i < line.length(); i++) {
        char c = line.charAt(i);
        if (escaped || c == '\\') {
          escaped = !escaped;
        } else if (open == 0 && (c == '"' || c == '\'')) {
          open = c;
        } else if (c == open) {
          open = 0;
        }
      }
      String longer = end + line;
      end = longer.substring(Math.max(0, longer.length() - LONGEST_WORD));
    }

    /** Whether a quote is not closed yet. */
    boolean isOpen() {
      return open != 0;
    }

    /** What stands behind the last blank, without a backslash that continues the line. */
    String lastWord() {
      String text = end.strip();
      text = (text.endsWith("\\") ? text.substring(0, text.length() - 1) : text).strip();
      return text.substring(Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t')) + 1);
    }
  }

  private static Place stripped(Place line) {
    int start = line.span().start();
    int indent = line.text().length() - line.text().stripLeading().length();
    String text = line.text().strip();
    return line.source().place(start + indent, start + indent + text.length());
  }

  private static Diagnostic found(Assignment line, Place before, Place swallowed) {
    int end = before.span().end();
    var backslash = before.source().place(end - 1, end);
    String text = before.text().substring(0, before.text().length() - 1);
    int kept = before.span().start() + text.stripTrailing().length();
    String shown = swallowed.text().replaceAll("[ \\t]*(=|\\\\).*", "$1").replace("\\", "");
    return RULE.at(swallowed, "`%s` is swallowed by `%s=` above", shown, line.name())
        .label(backslash, "continues the line")
        .help("remove the backslash")
        .fix("remove the backslash", false, new Edit(before.source().place(kept, end), ""));
  }
}
