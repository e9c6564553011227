package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;
import static org.unitlint.diagnostic.Severity.WARNING;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Place;
import org.unitlint.syntax.Assignment;
import org.unitlint.syntax.Value;

/** Behind a value there are no comments: the text is part of it. See systemd.syntax(7). */
final class CommentAfterValue implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S012", "comment-after-value", ERROR, "comment on the line of a value");
  private static final Pattern SHELL =
      Pattern.compile("[-@:+!|]*+(\\S*/)?(sh|bash|dash|ash|zsh|ksh|env|python3?|perl)\\s.*");
  private static final Set<String> BOOLEANS =
      Set.of("1", "yes", "y", "true", "t", "on", "0", "no", "n", "false", "f", "off");

  /** Kinds of free text. */
  private static final Set<String> FREE =
      Set.of(
          "string",
          "string-with-prefix",
          "string-cescaped",
          "regex-with-prefix",
          "journal-fields",
          "credential-assignment");

  /** What values of a kind look like, by the beginning of its name. */
  private static final Map<String, Pattern> LOOKS =
      Map.of(
          "timespan", Pattern.compile("infinity|([0-9.]++\\s*+[a-zA-Zµμ]*+\\s*+)++"),
          "integer", Pattern.compile("[-+]?[0-9]\\w*"),
          "unsigned", Pattern.compile("infinity|[0-9]\\w*"),
          "mode", Pattern.compile("[0-7]+"),
          "percent", Pattern.compile("[0-9.]+[%‰‱]"),
          "size", Pattern.compile("infinity|[0-9][0-9.A-Z%‰‱ ]*"));

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return Spelling.in(file, facts, Spelling.Sort.KNOWN)
        .filter(s -> mayHold(s.line().value().text()))
        .flatMap(s -> found(s, facts).stream());
  }

  private static boolean mayHold(String value) {
    return value.indexOf('#') >= 0 || value.indexOf(';') >= 0;
  }

  private static Optional<Diagnostic> found(Spelling line, Facts facts) {
    String kind = line.directive(facts).valueKind(facts.version());
    var value = line.line().value();
    if (kind.equals("exec-command")) {
      return command(line.line(), value);
    }
    var comment = Comment.in(value.text(), false);
    if (comment.isEmpty() || FREE.contains(kind)) {
      return Optional.empty();
    }
    String before = value.text().substring(0, comment.get().blanks());
    boolean list = kind.contains("list") || kind.startsWith("environment");
    if (list && comment.get().text().startsWith(";") || !isValid(before, kind, facts)) {
      return Optional.empty();
    }
    return Optional.of(
        at(line.line(), comment.get(), "`%s` belongs to the value of `%s=`", true)
            .note(note(list)));
  }

  private static String note(boolean list) {
    return list
        ? "systemd takes each word of it for one more item: systemd.syntax(7)"
        : "comments stand on lines of their own: systemd.syntax(7)";
  }

  private static Optional<Diagnostic> command(Assignment line, Value value) {
    var comment = Comment.in(value.text(), true);
    boolean meant =
        comment.isEmpty() || SHELL.matcher(value.text()).matches() || value.text().startsWith("#");
    return meant
        ? Optional.empty()
        : Optional.of(
            at(line, comment.get(), "`%s` is given to the command of `%s=` as arguments", false)
                .as(WARNING));
  }

  /**
   * What looks like a comment, from its sign to the end of the value.
   *
   * @param blanks where the blanks before it begin
   * @param start where its sign stands
   */
  private record Comment(int blanks, int start, String text) {
    /** The first one that is not inside of quotes. */
    static Optional<Comment> in(String value, boolean prose) {
      char open = 0;
      boolean escaped = false;
      int blanks = 0;
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (i > blanks && open == 0 && (prose ? isProse(value, i) : c == '#' || c == ';')) {
          return Optional.of(new Comment(blanks, i, value.substring(i)));
        }
        blanks = c == ' ' || c == '\t' ? blanks : i + 1;
        if (escaped || c == '\\') {
          escaped = !escaped;
        } else if (open == 0 && (c == '"' || c == '\'')) {
          open = c;
        } else if (c == open) {
          open = 0;
        }
      }
      return Optional.empty();
    }

    private static boolean isProse(String value, int at) {
      int first = at + 2;
      return value.startsWith("# ", at)
          && first < value.length()
          && (Character.isLetter(value.codePointAt(first))
              || "\"(".indexOf(value.charAt(first)) >= 0);
    }
  }

  /** Whether the value would be one without the comment, as far as its kind is easily told. */
  private static boolean isValid(String value, String kind, Facts facts) {
    if (value.isEmpty()) {
      return false;
    }
    String base = kind.contains(":") ? kind.substring(0, kind.indexOf(':')) : kind;
    boolean word = BOOLEANS.contains(value.toLowerCase(Locale.ROOT));
    if (base.equals("boolean") || base.equals("tristate")) {
      return word;
    }
    if (base.equals("enum") || base.equals("boolean-or-enum")) {
      var words = facts.catalog().words(kind.substring(kind.indexOf(':') + 1));
      return word && base.startsWith("boolean")
          || words.isEmpty()
          || words.get().booleans() && word
          || words.get().word(value).filter(w -> w.acceptedIn(facts.version())).isPresent();
    }
    return LOOKS.entrySet().stream()
        .filter(e -> base.startsWith(e.getKey()))
        .allMatch(e -> e.getValue().matcher(value).matches());
  }

  private static Diagnostic at(Assignment line, Comment comment, String message, boolean safe) {
    var value = line.value();
    int end = value.text().length();
    String text = comment.text();
    var found =
        RULE.at(value.at(comment.start(), end), message, text, line.name())
            .help("put the comment on a line of its own");
    var source = value.place().source();
    var removed = value.at(comment.blanks(), end);
    if (removed.line() != removed.endLine()) {
      return found;
    }
    Place start = source.place(line.span().start(), line.span().start());
    return found.fix(
        "put the comment above", safe, new Edit(start, text + "\n"), new Edit(removed, ""));
  }
}
