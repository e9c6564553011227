package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.Optional;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.syntax.Header;
import org.unitlint.syntax.Section;
import org.unitlint.syntax.Value;

/** A line that begins with a bracket has to be a whole header. See systemd.syntax(7). */
final class BadHeader implements FileRule {
  private static final RuleInfo RULE =
      new RuleInfo("S002", "bad-section-header", ERROR, "section header that cannot be read");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    return file.tree().sections().stream()
        .map(Section::header)
        .filter(header -> !header.isValid())
        .map(header -> found(header, facts).note(consequence(file)));
  }

  private static String consequence(CheckedFile file) {
    return file.dropIn()
        ? "systemd stops reading the drop-in here: systemd.syntax(7)"
        : "systemd refuses the whole file for it: systemd.syntax(7)";
  }

  private static Diagnostic found(Header header, Facts facts) {
    int closing = header.text().text().indexOf(']');
    if (closing < 0) {
      return unclosed(header.text(), facts);
    }
    return header.isClosed() ? unsafe(header, facts) : trailing(header.text(), closing + 1, facts);
  }

  private static Diagnostic unclosed(Value line, Facts facts) {
    String text = line.text();
    var name = known(words(text), facts);
    var found =
        RULE.at(line.place(), "section header `%s` has no closing `]`", text)
            .help("write `[" + name.orElse("NAME") + "]`");
    return name.isEmpty()
        ? found
        : found.fix("close the header", true, new Edit(line.place(), "[" + name.get() + "]"));
  }

  /** The text without the bracket, and without what is no letter at its end. */
  private static String words(String text) {
    int end = text.length();
    while (end > 1 && !isWord(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(1, end).stripLeading();
  }

  private static boolean isWord(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private static Diagnostic trailing(Value line, int end, Facts facts) {
    String header = line.text().substring(0, end);
    String rest = line.text().substring(end).strip();
    int start = line.text().indexOf(rest, end);
    var found =
        RULE.at(
                line.at(start, line.text().length()),
                "text behind the section header `%s`: `%s`",
                header,
                rest)
            .help("put it on a line of its own");
    if (rest.startsWith("#") || rest.startsWith(";")) {
      var edit = new Edit(line.place(), rest + "\n" + header);
      return found.fix("put the comment above the header", true, edit);
    }
    if (rest.contains("=") && known(header.replaceAll("[\\[\\]]", ""), facts).isPresent()) {
      return found.fix("break the line", true, new Edit(line.place(), header + "\n" + rest));
    }
    return found;
  }

  private static Diagnostic unsafe(Header header, Facts facts) {
    String name = header.name().text();
    int at = 0;
    while (isSafe(name.charAt(at))) {
      at++;
    }
    char c = name.charAt(at);
    var found =
        RULE.at(
            header.name().at(at, at + 1),
            "a section name cannot contain %s",
            c < ' ' || c == 0x7F ? "a control character" : "`" + c + "`");
    var known = known(name.replaceAll("[^A-Za-z]", ""), facts);
    if (known.isEmpty()) {
      return found.help("remove it");
    }
    String meant = "[" + known.get() + "]";
    return found
        .help("write `" + meant + "`")
        .fix("write the plain name", true, new Edit(header.text().place(), meant));
  }

  private static boolean isSafe(char c) {
    return c >= ' ' && c != 0x7F && c != '"' && c != '\\' && c != '\'';
  }

  private static Optional<String> known(String name, Facts facts) {
    return facts.catalog().sections().stream().filter(name::equalsIgnoreCase).findFirst();
  }
}
