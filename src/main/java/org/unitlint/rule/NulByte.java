package org.unitlint.rule;

import static org.unitlint.diagnostic.Severity.ERROR;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.unitlint.diagnostic.Diagnostic;
import org.unitlint.diagnostic.RuleInfo;
import org.unitlint.source.Edit;
import org.unitlint.source.Source;

/** A NUL byte ends a line for systemd, wherever it stands. */
final class NulByte implements FileRule {
  private static final RuleInfo RULE = new RuleInfo("S008", "nul-byte", ERROR, "NUL byte");

  @Override
  public RuleInfo info() {
    return RULE;
  }

  @Override
  public Stream<Diagnostic> check(CheckedFile file, Facts facts) {
    String text = file.source().text();
    if (text.indexOf(0) < 0) {
      return Stream.empty();
    }
    return IntStream.range(0, text.length())
        .filter(i -> text.charAt(i) == 0 && (i == 0 || text.charAt(i - 1) != 0))
        .mapToObj(i -> found(file.source(), i));
  }

  private static Diagnostic found(Source source, int start) {
    String text = source.text();
    int end = start;
    while (end < text.length() && text.charAt(end) == 0) {
      end++;
    }
    var nul = source.place(start, end);
    int stop = end;
    while (stop < text.length() && "\n\r\0".indexOf(text.charAt(stop)) < 0) {
      stop++;
    }
    String rest = text.substring(end, stop);
    boolean blank = rest.isBlank();
    int from = blank ? end : text.indexOf(rest.strip(), end);
    var found =
        blank
            ? RULE.at(nul, "a NUL byte ends the line here")
            : RULE.at(
                source.place(from, from + rest.strip().length()),
                "a NUL byte cuts `%s` off its line",
                rest.strip());
    return found.help("remove the byte").fix("remove the NUL byte", blank, new Edit(nul, ""));
  }
}
